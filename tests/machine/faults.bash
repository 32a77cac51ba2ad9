# Of scenarios/planted-faults: which fault makes which check fail, and how it is taken back.
# shellcheck shell=bash
fault sysrq "sysctl -q -w kernel.sysrq=1" "sysctl -q -w kernel.sysrq=0"
fault automounter "mkdir -p /usr/libexec/udisks2; touch /usr/libexec/udisks2/udisksd" "rm -r /usr/libexec/udisks2"
fault last-resort "mount --bind /dev/null /usr/share/wegweiser/shipped.bundle" "umount /usr/share/wegweiser/shipped.bundle"
fault time-server "mv /run/systemd/timesync/synchronized /run/kept" "mv /run/kept /run/systemd/timesync/synchronized"
fault canary "mount -o remount,ro /var/lib/wegweiser" "mount -o remount,rw /var/lib/wegweiser"
