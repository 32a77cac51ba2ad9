# Of scenarios/planted-faults: which fault makes which check fail, and how it is taken back. What a virtual machine
# cannot suffer (heat, a worn memory) is laid before the check in the place where the kernel would say it.
# Not planted: root-partition (this machine's root cannot become writable) and parity (no edition takes a function
# away from a language; that would be another program).
# shellcheck shell=bash disable=SC2154

# said CHECK PLACE MAKE: a folder or file of /run, made by MAKE as /run/said, in the place of PLACE.
said() { fault "$1" "rm -rf /run/said; { $3; } && mount --bind /run/said $2" "umount $2"; }
in_folder() { said "$1" "$2" "mkdir /run/said && cd /run/said && $3"; }
store=/var/lib/wegweiser/store state=/var/lib/wegweiser/kiosk cgroup=/sys/fs/cgroup/system.slice/wegweiser-kiosk.service
bundle="$store/\$(sed -n 's/^active.bundle = *//p' $store/slots).bundle"

# The board.
in_folder under-voltage /sys/class/hwmon "mkdir one; echo rpi_volt >one/name; echo 1 >one/in0_lcrit_alarm"
in_folder temperature /sys/class/thermal "mkdir zone; echo 91000 >zone/temp"
# What else is there stays: the machine's own keyboard is one of them. Private, or it would be covered as well.
in_folder throttling /sys/devices/platform "mkdir -p /run/platform; mount --bind /sys/devices/platform /run/platform; mount --make-private /run/platform; ln -s /run/platform/* .; mkdir -p soc/soc:firmware; echo 80000 >soc/soc:firmware/get_throttled"
said memory /proc/meminfo "sed 's/^MemAvailable:.*/MemAvailable: 9000 kB/' /proc/meminfo >/run/said"
in_folder display /sys/class/drm "mkdir card0-Virtual-1; echo disconnected >card0-Virtual-1/status"
in_folder emmc-life /sys/block "mkdir -p mmcblk0/device; echo 0x02 0x0b >mmcblk0/device/life_time"
in_folder watchdog /sys/class/watchdog "mkdir watchdog0; echo inactive >watchdog0/state"
in_folder crashes /sys/fs/pstore "touch dmesg-efi-1"

# What a visitor touches and hears.
inputs() { echo "for one in /sys/class/input/*; do grep -q '$1' \$one/device/name 2>/dev/null || ln -s \$(readlink -f \$one) \${one##*/}; done"; }
in_folder touch /sys/class/input "$(inputs 'Touchscreen of the test')"
fault touch-range "printf 'wegweiser-calibration 1\nmatrix = 1 0 0.9 0 1 0.9\n' >$state/calibration" "rm $state/calibration"
said sound /proc/asound/cards "echo '--- no soundcards ---' >/run/said"
in_folder headphones /sys/class/input "$(inputs 'Keyboard of the test\|Headphone\|AT Translated')"
in_folder sound-volume /var/lib/alsa \
  "printf \"control.1 {\\n name 'Master Playback Switch'\\n value false\\n}\\n\" >asound.state"
said printer /etc/wegweiser/wegweiser.conf "{ cat /etc/wegweiser/wegweiser.conf; echo 'printer = desk'; } >/run/said"

# The card.
fault space "fallocate -l \$((\$(df --output=avail -B1 $store | tail -n 1) - 33554432)) $store/filler" "rm $store/filler"
fault canary "mkdir $store/selftest.new" "rmdir $store/selftest.new"
fault data-partition "mount -o remount,ro /var/lib/wegweiser" "mount -o remount,rw /var/lib/wegweiser"
in_folder ext4-errors /sys/fs/ext4 "mkdir vda4; echo 3 >vda4/errors_count"

# The system.
fault sysrq "sysctl -q -w kernel.sysrq=1" "sysctl -q -w kernel.sysrq=0"
fault automounter "mkdir -p /usr/libexec/udisks2; touch /usr/libexec/udisks2/udisksd" "rm -r /usr/libexec/udisks2"
fault usb-guard "echo 1 >/sys/bus/usb/devices/usb1/authorized_default" "echo 0 >/sys/bus/usb/devices/usb1/authorized_default"
fault time-server "mv /run/systemd/timesync/synchronized /run/kept" "mv /run/kept /run/systemd/timesync/synchronized"
in_folder network /sys/class/net "mkdir eth0; echo down >eth0/operstate"
web_down
fault repository true true
web_up
fault screen-service "systemctl stop wegweiser-kiosk" "systemctl start wegweiser-kiosk"
said memory-limit $cgroup/memory.events "sed 's/^oom_kill .*/oom_kill 2/' $cgroup/memory.events >/run/said"
fault unit-exposure "mkdir -p /etc/systemd/system/wegweiser-sync.service.d; printf '[Service]\nNoNewPrivileges=no\n' >/etc/systemd/system/wegweiser-sync.service.d/no.conf" \
  "rm -r /etc/systemd/system/wegweiser-sync.service.d"
in_folder boot-count /boot/loader/entries "touch wegweiser-b+0-3.conf"

# What is shown.
fault trust "mv $store/trust $store/kept" "mv $store/kept $store/trust"
fault slots "cp -p $store/slots /run/slots; echo nonsense >$store/slots" "cp -p /run/slots $store/slots"
fault bundle "mount --bind /dev/null $bundle" "umount $bundle"
fault last-resort "mount --bind /dev/null /usr/share/wegweiser/shipped.bundle" "umount /usr/share/wegweiser/shipped.bundle"
fault shown "mv $state/shown /run/shown" "mv /run/shown $state/shown"
said last-run /run/wegweiser/run "sed 's/^exit = .*/exit = 10/' /run/wegweiser/run >/run/said"
# Stopped, it takes along what says that the clock was set.
clock_on() { echo "systemctl stop systemd-timesyncd; date -s '$1' >/dev/null; mkdir -p /run/systemd/timesync; touch /run/systemd/timesync/synchronized"; }
fault age "$(clock_on '+40 days')" "$(clock_on '-40 days')"
fault clock "$(clock_on '-20 years')" "$(clock_on '+20 years')"

# The kiosk's own examination.
program=/usr/bin/wegweiser-kiosk
# instead CHECK LINE [MAKE]: a shell's line in the program's place. On the root: nothing of /run may be run.
instead() {
  fault "$1" "${3:+$3; }cp $program /usr/bin/wegweiser-examined; { echo '#!/bin/sh'; echo '$2'; } >/usr/bin/wegweiser-instead; chmod 755 /usr/bin/wegweiser-instead; mount --bind /usr/bin/wegweiser-instead $program" \
    "umount $program"
}
instead examination 'exit 1'
instead versions '/usr/bin/wegweiser-examined "$@" | sed "s/\"program\": \"[^\"]*\"/\"program\": \"0.0.1\"/"'
said golden-pages /usr/share/wegweiser/golden-pages.ini "sed 's/^de = ./de = x/' /usr/share/wegweiser/golden-pages.ini >/run/said"
fault reading-aloud "mv /usr/bin/espeak-ng /run/espeak-ng" "mv /run/espeak-ng /usr/bin/espeak-ng"
# A copy of the edition in which one thing is not as it should be, examined in the edition's place.
flawed() { instead "$1" '/usr/bin/wegweiser-examined "$@" --bundle /run/flawed' "LC_ALL=C sed '$2' $bundle >/run/flawed"; }
flawed pages '0,/machine-drafted2026/s//machine-drafted2x26/'
flawed glyphs 's/Miete/Mi\xee\x80\x80/g'
flawed search 's/Mein Geld reicht nicht/Xqwv Yxkz jwqxvz xkvqy/g'
