# The first process of the new namespaces (see Unshare.java). Builds what the program sees, makes it the root, starts the
# program and waits for it; when this process ends, the kernel kills whatever is left.
#
#   unshare.sh WORKSPACE SCRATCH_BYTES SCRATCH_FILES SYSTEM_FOLDER... -- ETC_FILE... -- [READ_ONLY_PATH PLACE_INSIDE]... -- PROGRAM...
#
# PASSWD, GROUP, HOSTS, NSSWITCH and RESOLV are the contents of files in /etc.
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin
export PATH
umask 022

workspace=$1
scratch=$2
scratch_files=$3
shift 3

# Over /sys, which nothing here reads and in which no workspace can be: the program's root, beside it for a moment the old
# one, and links so that the tools are found when pivot_root has been called.
base=/sys
root=$base/root

# Also below a mount: what is mounted there keeps its own flags. A user namespace may add flags but not take any away.
remount_read_only() {
    mount -o remount,bind,ro,nosuid,nodev -- "$1" 2>/dev/null ||
        mount -o remount,bind,ro,nosuid,nodev,noexec -- "$1"
}

bind_read_only() {
    mount --rbind -- "$1" "$root$2"
    remount_read_only "$root$2"
    while read -r _ _ _ _ mounted _; do
        case $mounted in "$root$2"/*) remount_read_only "$mounted" ;; esac
    done </proc/self/mountinfo
}

# The kernel should rather kill this tree than the agent when memory runs out.
{ read -r score </proc/self/oom_score_adj && [ "$score" -ge 500 ] ||
    echo 500 >/proc/self/oom_score_adj; } 2>/dev/null || true

mount -t tmpfs -o mode=0755,size=16m,nosuid,nodev sandbox "$base"
mkdir "$root" "$base/old" "$root/etc" "$root/proc" "$root/dev" "$root/dev/shm" "$root/tmp" "$root/workspace"

# Every process takes about a millisecond, so one does what it can at once
links=
names="root/proc root/dev"
while [ "$1" != -- ]; do
    if [ -L "$1" ]; then
        links="$links $1"
    else
        mkdir "$root$1"
        bind_read_only "$1" "$1"
    fi
    names="$names root$1"
    shift
done
shift
ln -s $names "$base"
[ -z "$links" ] || cp -RP $links "$root"

files=
while [ "$1" != -- ]; do
    files="$files $1"
    shift
done
shift
[ -z "$files" ] || cp -RP $files "$root/etc"
printf '%s' "$PASSWD" >"$root/etc/passwd"
printf '%s' "$GROUP" >"$root/etc/group"
printf '%s' "$HOSTS" >"$root/etc/hosts"
printf '%s' "$NSSWITCH" >"$root/etc/nsswitch.conf"
printf '%s' "$RESOLV" >"$root/etc/resolv.conf"
unset PASSWD GROUP HOSTS NSSWITCH RESOLV

for device in null zero full random urandom; do
    : >"$root/dev/$device"
done
cp -RP /dev/fd /dev/stdin /dev/stdout /dev/stderr "$root/dev"

# hidepid keeps this process, whose arguments name folders of the host, out of the program's sight.
printf '%s\n' "proc $root/proc proc nosuid,nodev,noexec,hidepid=2 0 0
/dev/null $root/dev/null none bind 0 0
/dev/zero $root/dev/zero none bind 0 0
/dev/full $root/dev/full none bind 0 0
/dev/random $root/dev/random none bind 0 0
/dev/urandom $root/dev/urandom none bind 0 0
shm $root/dev/shm tmpfs mode=1777,size=$scratch,nr_inodes=$scratch_files,nosuid,nodev 0 0
tmp $root/tmp tmpfs mode=1777,size=$scratch,nr_inodes=$scratch_files,nosuid,nodev 0 0" >"$base/mounts"
mount --all --fstab "$base/mounts"

while [ "$1" != -- ]; do
    if [ -d "$1" ]; then
        mkdir -p -- "$root$2"
    else
        mkdir -p -- "$root${2%/*}"
        : >"$root$2"
    fi
    bind_read_only "$1" "$2"
    shift 2
done
shift
mount --bind -- "$workspace" "$root/workspace"
mount -o remount,bind,nosuid,nodev -- "$root/workspace" 2>/dev/null ||
    mount -o remount,bind,nosuid,nodev,noexec -- "$root/workspace"

# A loopback of the program's own, on which nobody else listens; without one of these tools it stays down.
echo sandbox 2>/dev/null >/proc/sys/kernel/hostname || hostname sandbox 2>/dev/null || true
ip link set lo up 2>/dev/null ||
    perl -e 'socket(S, 2, 2, 0) and ioctl(S, 0x8914, pack("a16 s x22", "lo", 65))' 2>/dev/null || true

cd "$base"
pivot_root . old
cd /
umount -l /old
mount -o remount,bind,ro,nosuid,nodev /

# Nothing of this shell's (such as "Killed") may get between the program's own output.
exec 3>&2 2>/dev/null
(exec "$@" 2>&3 3>&-)
