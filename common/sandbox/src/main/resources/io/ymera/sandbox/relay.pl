# Runs inside the confinement as the program's user (see LastStage.java): listens on the program's own loopback, leaves a
# process there that carries every connection to the Unix socket of the agent's proxy, and becomes the program.
#
#   perl -e THIS -- SOCKET PORT PROGRAM...
use strict;
use Socket;

my ($path, $port) = splice @ARGV, 0, 2;
socket my $listener, PF_INET, SOCK_STREAM, 0 or die "relay: $!\n";
bind $listener, pack_sockaddr_in($port, INADDR_LOOPBACK) or die "relay: $!\n";
listen $listener, 64 or die "relay: $!\n";

# Its parent ends at once, so that the program has no child that it did not start
my $child = fork;
die "relay: $!\n" unless defined $child;
if (!$child) {
    my $server = fork;
    exit if $server || !defined $server;
    open STDIN, '<', '/dev/null';
    open STDOUT, '>', '/dev/null';
    open STDERR, '>', '/dev/null';
    $SIG{CHLD} = 'IGNORE';
    while (accept my $client, $listener) {
        my $carrier = fork;
        carry($client) if defined $carrier && !$carrier;
        close $client;
    }
    exit;
}
waitpid $child, 0;
close $listener;
exec { $ARGV[0] } @ARGV;
exit 127;

sub carry {
    my ($client) = @_;
    socket my $agent, PF_UNIX, SOCK_STREAM, 0 or exit;
    connect $agent, pack_sockaddr_un($path) or exit;
    my $reading = '';
    vec($reading, fileno $_, 1) = 1 for $client, $agent;
    while ($reading =~ /[^\0]/) {
        select my $ready = $reading, undef, undef, undef;
        for ([$client, $agent], [$agent, $client]) {
            my ($from, $to) = @$_;
            next unless vec $ready, fileno $from, 1;
            my $length = sysread $from, my $bytes, 65536;
            if (!$length) {
                vec($reading, fileno $from, 1) = 0;
                shutdown $to, 1;
            }
            for (my $sent = 0; $length && $sent < $length;) {
                my $written = syswrite $to, $bytes, $length - $sent, $sent;
                exit unless defined $written;
                $sent += $written;
            }
        }
    }
    exit;
}
