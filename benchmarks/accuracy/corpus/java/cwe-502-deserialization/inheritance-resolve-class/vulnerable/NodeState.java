package cluster;

import java.io.Serializable;

class NodeState implements Serializable {
    int term;
    boolean leader;
}
