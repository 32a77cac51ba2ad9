# The machine in which an image is tried: QEMU (emulation, 512 MB, no X), its screen seen through QMP, hands in it
# through machine-hand. Read by tests/machine/run and by each file in scenarios/; not a program.
#   in $work: card.qcow2 and vars.qcow2 (the machine's disk and firmware settings), one.bundle, stick/, two.day
#   $bin: wegweiser-snapshot, machine-hand, machine-likeness, machine-clock
#   $kind: the machine's name among board-support/image/*.machine
# What a power cut here loses: what the guest had not yet written, and what qcow2 had not yet entered into its
# tables. What reached the host's memory stays, so a disk that lies about a flush is not modelled.
# shellcheck shell=bash

between=""
case ${kind:=generic-amd64} in
  generic-amd64)
    emulator=(qemu-system-x86_64 -machine q35 -cpu Nehalem)
    firmware=/usr/share/OVMF/OVMF_CODE_4M.fd firmware_settings=/usr/share/OVMF/OVMF_VARS_4M.fd ;;
  generic-arm64)
    emulator=(qemu-system-aarch64 -machine virt -cpu cortex-a72)
    firmware=/usr/share/AAVMF/AAVMF_CODE.fd firmware_settings=/usr/share/AAVMF/AAVMF_VARS.fd ;;
esac
now() { date +%s%N; }
passed() { echo $((($(now) - $1) / 1000000)) | sed -E 's/^([0-9]{1,3})$/000\1/; s/(.*)(...)$/\1.\2/; s/^0+([0-9])/\1/'; }
say() { printf '%s\n' "$*"; }
# not_so WHAT: what was expected did not happen; ends the scenario with what the machine says.
not_so() {
  say "$scenario: NOT SO: $*" >&2
  look not-so || true
  inside "systemctl --no-pager --failed; journalctl -b --no-pager -o short-precise | grep -v -e systemd-resolved -e runuser -e usbguard-daemon | tail -n 60" >&2 || true
  exit 1
}

# A new disk of the image on a larger card, with the hand beside the initrd, which the image does not contain.
new_card() { # IMAGE
  local more=$work/more
  rm -rf "$more" "$work"/card.raw "$work"/card.qcow2 "$work"/vars.qcow2
  mkdir -p "$more"/{conf,hand}
  cp --sparse=always "$1" "$work/card.raw"
  truncate -s +300M "$work/card.raw"
  cp "${hand_program:-$bin/machine-hand}" "$more/hand/machine-hand"
  cat >"$more/hand/machine-hand.service" <<'UNIT'
[Unit]
After=dev-virtio\x2dports-hand.device
BindsTo=dev-virtio\x2dports-hand.device
[Service]
ExecStartPre=/sbin/modprobe -a uinput vhci_hcd
ExecStart=/usr/local/bin/machine-hand /dev/virtio-ports/hand
UNIT
  # initramfs-tools reads this after each of its scripts, so also after the one that makes the root writable.
  cat >"$more/conf/param.conf" <<'PARAM'
if [ -d /run/wegweiser-root/changes/work ] && [ ! -e "$rootmnt/usr/local/bin/machine-hand" ]; then
  cp /hand/machine-hand "$rootmnt/usr/local/bin/machine-hand"
  cp /hand/machine-hand.service "$rootmnt/etc/systemd/system/machine-hand.service"
  mkdir -p "$rootmnt/etc/systemd/system/multi-user.target.wants"
  ln -s /etc/systemd/system/machine-hand.service "$rootmnt/etc/systemd/system/multi-user.target.wants/machine-hand.service"
fi
PARAM
  (cd "$more" && find . | cpio --quiet -o -H newc) >"$work/more.cpio"
  add_hand "$work/card.raw" a
  mcopy -o -i "$work/card.raw@@1M" "$work/place.network" "$work/authorities.pem" ::wegweiser/
  mcopy -o -i "$work/card.raw@@1M" "$work/wegweiser.conf" ::wegweiser/wegweiser.conf
  qemu-img convert -f raw -O qcow2 "$work/card.raw" "$work/card.qcow2"
  rm -f "$work/card.raw"
  qemu-img convert -f raw -O qcow2 "$firmware_settings" "$work/vars.qcow2"
}
# The hand into the initrd of a slot of a raw disk.
add_hand() { # DISK SLOT
  mcopy -n -o -i "$1@@1M" "::$2/initrd" "$work/initrd"
  truncate -s %4 "$work/initrd"
  cat "$work/more.cpio" >>"$work/initrd"
  mcopy -o -i "$1@@1M" "$work/initrd" "::$2/initrd"
}

# start [QEMU OPTIONS]: the power comes on. start_ready: the machine as it was when `ready` was kept.
start() {
  rm -f "$work/qmp" "$work/hand"
  # -no-shutdown is not given: a machine that switches itself off is a failure that shall be seen.
  "${emulator[@]}" -accel tcg,thread=multi,tb-size=256 -smp "${cores:-2}" -m 512 -nodefaults -display none \
    -drive if=pflash,format=raw,readonly=on,file="$firmware" \
    -drive if=pflash,format=qcow2,file="$work/vars.qcow2" \
    -drive if=virtio,format=qcow2,cache=writeback,file="$work/card.qcow2" -device virtio-gpu-pci,xres=1080,yres=1920 \
    -device qemu-xhci,id=usb -device i6300esb -device virtio-rng-pci \
    -audiodev none,id=quiet -device intel-hda -device hda-duplex,audiodev=quiet \
    -netdev user,id=net -device virtio-net-pci,netdev=net,id=card \
    -device virtio-serial -chardev socket,id=hand,path="$work/hand",server=on,wait=off -device virtserialport,chardev=hand,name=hand \
    -qmp unix:"$work/qmp",server=on,wait=off -serial file:"$work/serial.log" "$@" >"$work/qemu.log" 2>&1 &
  qemu=$!
  power=$(now)
  until [ -S "$work/qmp" ] && [ -S "$work/hand" ]; do
    sleep 0.1
    kill -0 $qemu 2>/dev/null || { cat "$work/qemu.log" >&2; exit 1; }
  done
  connect qmp
  qmp_in=$to qmp_out=$from
  connect hand
  hand_in=$to hand_out=$from
  qmp '{"execute":"qmp_capabilities"}'
}
# connect SOCKET: a program between it and two pipes, whose ends are then $to and $from.
connect() {
  rm -f "$work/$1.to" "$work/$1.from"
  mkfifo "$work/$1.to" "$work/$1.from"
  exec {to}<>"$work/$1.to" {from}<>"$work/$1.from"
  socat - "UNIX-CONNECT:$work/$1" <"$work/$1.to" >"$work/$1.from" {to}>&- {from}>&- &
  between="$between $!"
}
start_ready() { start -loadvm ready "$@"; }
# The card as it was then; whatever later scenarios did to it is gone.
as_ready() { qemu-img snapshot -a ready "$work/card.qcow2" && qemu-img snapshot -a ready "$work/vars.qcow2"; }
# The power is cut.
cut_power() {
  # shellcheck disable=SC2086
  kill -9 "$qemu" $between 2>/dev/null || true
  # shellcheck disable=SC2086
  wait "$qemu" $between 2>/dev/null || true
  exec {qmp_in}>&- {qmp_out}<&- {hand_in}>&- {hand_out}<&-
  qemu="" between=""
}

qmp() {
  local line
  printf '%s\n' "$1" >&"$qmp_in"
  while read -r -t "${2:-60}" line <&"$qmp_out"; do
    case $line in *'"error"'*) say "$1: $line" >&2; return 1 ;; *'"return"'*) return 0 ;; esac
  done
  return 1
}
monitor() { qmp "{\"execute\":\"human-monitor-command\",\"arguments\":{\"command-line\":\"$1\"}}" "${2:-60}"; }
look() { qmp "{\"execute\":\"screendump\",\"arguments\":{\"filename\":\"$work/pictures/$scenario-$1.png\",\"format\":\"png\"}}"; }
# What the hand answers; its status is the command's. An answer that comes too late is not taken for the next one's.
hand() { # COMMAND [SECONDS]
  local line tag=$RANDOM$RANDOM heard=""
  printf 'tag %s\n%s\n' "$tag" "$1" >&"$hand_in"
  while read -r -t "${2:-60}" line <&"$hand_out"; do
    case $heard:$line in
      :"#$tag") heard=tag ;;
      :*) ;;
      tag:=*) heard=answer ;;
      answer:=*) return "${line#=}" ;;
      answer:?*) printf '%s\n' "$line" ;;
    esac
  done
  return 99
}
inside() { hand "run $1" "${2:-60}"; }
device() { inside "runuser -u wegweiser-device -- wegweiser-device --messages en $1" "${2:-60}"; }
# wait_for SECONDS WHAT COMMAND…: until it goes well.
wait_for() {
  local from seconds=$1 what=$2
  from=$(now)
  shift 2
  until "$@" >/dev/null 2>&1; do
    [ $(($(now) - from)) -lt $((seconds * 1000000000)) ] || not_so "$what not within $seconds s"
    sleep 0.5
  done
  say "   $what: after $(passed "$from") s"
}

snapshot() { "$bin/wegweiser-snapshot" --bundle "$work/one.bundle" "$@"; }
# alike NAME: how many thousandths of the screen are as in NAME.wanted.png.
alike() {
  look "$1"
  "$bin/machine-likeness" "$work/pictures/$scenario-$1.png" "$work/pictures/$scenario-$1.wanted.png"
}
# expect NAME SECONDS SCREEN…: until the machine shows what wegweiser-snapshot draws.
expect() {
  local name=$1 until=$(($(now) + $2 * 1000000000)) found=0
  shift 2
  snapshot "$@" --now "$(TZ=Europe/Berlin date +%Y-%m-%dT%H:%M)" -o "$work/pictures/$scenario-$name.wanted.png"
  while [ "$(now)" -lt $until ]; do
    found=$(alike "$name")
    # The clock goes on.
    [ "$found" -lt 950 ] || { say "   $name: $found of 1000 pixels as drawn by wegweiser-snapshot"; return 0; }
    sleep 1
  done
  not_so "$name: only $found of 1000 pixels alike"
}
# Any edition's greeting, or the last resort's: the kiosk is there and idle. It wanders, a step a minute, so that
# it does not burn into the glass.
greeting() { # NAME SECONDS [SNAPSHOT OPTIONS]
  local name=$1 until=$(($(now) + $2 * 1000000000)) found=0 step wanted
  shift 2
  wanted=$work/greeting$(printf %s "$*" | tr -c a-z0-9- _)
  mkdir -p "$wanted"
  for step in $(seq 0 31); do
    [ -e "$wanted/$step.png" ] ||
      snapshot --screen attract --lang de --drift "$step" "$@" --now "$(TZ=Europe/Berlin date +%Y-%m-%dT%H:%M)" -o "$wanted/$step.png"
  done
  while [ "$(now)" -lt $until ]; do
    look "$name"
    found=$("$bin/machine-likeness" "$work/pictures/$scenario-$name.png" "$wanted"/*.png)
    # The greeting changes its language and the clock goes on: a few in a hundred may differ.
    [ "$found" -lt 950 ] || { say "   $name: $found of 1000 pixels as drawn by wegweiser-snapshot"; return 0; }
    sleep 1
  done
  not_so "$name: only $found of 1000 pixels alike"
}
# touch_key KEY SCREEN…: the middle of a key, found in the boxes of the screen.
touch_key() {
  local key=$1 box
  shift
  box=$(snapshot "$@" --boxes | sed -n "s/^ *key $key  *\([0-9]*\),\([0-9]*\) \([0-9]*\)x\([0-9]*\).*/\1 \2 \3 \4/p" | head -n 1)
  [ -n "$box" ] || not_so "no key $key on $*"
  # shellcheck disable=SC2086
  set -- $box
  hand "tap $((($1 + $3 / 2) * 1000 / 1080)) $((($2 + $4 / 2) * 1000 / 1920))"
}
here() { [ "$(hand 'run echo here' 5)" = here ]; }
settled() { [ "$(inside 'systemctl is-system-running' 20)" != starting ]; }
main_pid() { inside "systemctl show -P MainPID wegweiser-kiosk"; }
shows() { [ "$(inside 'systemctl is-active wegweiser-kiosk')" = active ]; }
# From power to a kiosk that shows and a machine that has started everything.
boot() {
  greeting greeting "${1:-600}"
  say "   first picture $(passed "$power") s after power (emulation)"
  wait_for 100 "the hand" here
  wait_for 200 "everything has started" settled
}
# Another process of the kiosk than PID, and its first picture.
came_back() { local pid; pid=$(main_pid) && [ "$pid" != "$1" ] && [ "$pid" != 0 ] && shows; }

# A stick with what is in a folder, plugged in; it goes with unplug.
make_stick() { # FILE FOLDER
  rm -f "$1"
  truncate -s "${3:-128}M" "$1"
  echo 'start=1MiB, type=c' | sfdisk --quiet "$1"
  mkfs.vfat --offset 2048 "$1" $(((${3:-128} - 1) * 1024)) >/dev/null
  mcopy -s -i "$1@@1M" "$2"/* ::
}
plug() { # FILE
  qmp "{\"execute\":\"blockdev-add\",\"arguments\":{\"driver\":\"raw\",\"node-name\":\"stick\",\"file\":{\"driver\":\"file\",\"filename\":\"$1\"}}}"
  qmp '{"execute":"device_add","arguments":{"driver":"usb-storage","id":"stick","bus":"usb.0","drive":"stick"}}'
}
unplug() {
  qmp '{"execute":"device_del","arguments":{"id":"stick"}}'
  sleep 2
  qmp '{"execute":"blockdev-del","arguments":{"node-name":"stick"}}'
}
active_edition() { device status | sed -n "s|^active  *edition *\([^ ,]*\).*|\1|p"; }
took() { [ "$(active_edition)" = "$1" ]; }
# The world outside: a web server with the repository, and a clock.
web_up() {
  nginx -p "$work/web" -c "$work/web/nginx.conf" || not_so "nginx does not start (port 18443)"
  web=yes
}
web_down() { [ "${web:-}" != yes ] || { kill "$(cat "$work/web/pid")" && web=no; }; }
clock_up() {
  "$bin/machine-clock" 123 &
  clock=$!
}
on_exit() {
  # shellcheck disable=SC2086
  [ -z "${qemu:-}" ] || kill -9 "$qemu" $between 2>/dev/null || true
  [ -z "${clock:-}" ] || kill "$clock" 2>/dev/null || true
  web_down
}
