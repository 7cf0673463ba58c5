package io.ymera.manager.callback;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Looks names up. Blocks, for as long as name servers take. */
@FunctionalInterface
interface NameResolver {

    /** All addresses of {@code host}, at least one. */
    List<InetAddress> resolve(String host) throws UnknownHostException;
}
