package game;

import java.io.Serializable;

class SavedGame implements Serializable {
    private static final long serialVersionUID = 1L;

    int level;
    int score;
}
