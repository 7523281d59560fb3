#!/usr/bin/env bash
# Proves a Debian package on a bare Debian 12: it installs with what it declares and nothing more, takes the place of an
# older one, starts, walks the guided tour, shows its window, reads the machine-wide profile, keeps secrets, gives no
# place to an older one, and leaves nothing of its own behind but profile and cases.
#
#     sudo packaging/linux/prove_deb.sh dist/listningsluckan_0.1.0_amd64.deb [folder for the bare root and pictures]
#
# Root is needed for debootstrap, chroot and mounts; everything is mounted in a namespace that goes with this process.
set -euo pipefail
[ -n "${IN_NAMESPACE:-}" ] || IN_NAMESPACE=1 exec unshare --mount --propagation private bash "$0" "$@"

package=$(realpath "$1")
work=$(mkdir -p "${2:-build/bare}" && realpath "${2:-build/bare}")
root=$work/root
base=$work/bookworm.tar

fresh_root() {
  if [ ! -f "$base" ]; then
    debootstrap --variant=minbase bookworm "$root" http://deb.debian.org/debian >"$work/debootstrap.log"
    tar -C "$root" -cf "$base.new" . && mv "$base.new" "$base"
  fi
  rm -rf --one-file-system "$root" && mkdir -p "$root" && tar -C "$root" -xf "$base"
  mount -t proc proc "$root/proc"
  mount -t tmpfs dev "$root/dev"
  for device in null zero random urandom tty full; do
    : >"$root/dev/$device" && mount --bind "/dev/$device" "$root/dev/$device"
  done
  mkdir "$root/dev/shm" && mount -t tmpfs shm "$root/dev/shm" && chmod 1777 "$root/dev/shm"
  ln -s /proc/self/fd "$root/dev/fd"
  # The way to the archive is this machine's: names, proxy, authorities.
  cp /etc/resolv.conf /etc/hosts "$root/etc/"
  cp /etc/apt/apt.conf.d/99* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
  if [ -f /etc/apt/sources.list.d/debian.sources ]; then
    cp /etc/apt/sources.list.d/debian.sources "$root/etc/apt/sources.list.d/" && : >"$root/etc/apt/sources.list"
  fi
  mkdir -p "$root/etc/ssl/certs" && cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
  cp "$package" "$root/tmp/listningsluckan.deb"
  # The same program under an older version.
  dpkg-deb --raw-extract "$package" "$work/older"
  sed -i 's/^Version: .*/Version: 0.0.1/' "$work/older/DEBIAN/control"
  dpkg-deb --root-owner-group -Znone --build "$work/older" "$root/tmp/older.deb" >/dev/null && rm -r "$work/older"
}

inside() { # as root, without a screen and without this machine's environment
  chroot "$root" /usr/bin/env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive "$@" </dev/null
}
as_user() {
  chroot --userspec=1000:1000 "$root" /usr/bin/env -i HOME=/home/kim PATH=/usr/bin:/bin LANG=C.UTF-8 "$@" </dev/null
}

step() { # step NAME COMMAND...: says the name, the time and whether it held; shows the last words of one that did not
  local name=$1 start=$EPOCHREALTIME code=0
  shift
  "$@" >"$work/$name.log" 2>&1 || code=$?
  printf '%-22s %-6s %5.1f s\n' "$name" "$([ $code = 0 ] && echo holds || echo FAILS)" \
    "$(echo "$EPOCHREALTIME - $start" | bc)"
  [ $code = 0 ] || { tail -20 "$work/$name.log"; exit 1; }
}

installed() { [ "$(inside dpkg-query -f '${Version} ${Status}' -W listningsluckan)" = "$1 install ok installed" ]; }
installs() {
  inside apt-get update -q
  inside apt-get install -yq --no-install-recommends /tmp/older.deb && installed 0.0.1
}
upgrades() { inside apt-get install -yq --no-install-recommends /tmp/listningsluckan.deb && installed "$version"; }
seals_secrets() { # what IT puts on the computer is read by the group alone, and stands nowhere in clear
  local folder=$root/etc/xdg/listningsluckan/machine
  inside sh -c 'echo proof-of-a-token | listningsluckan secret set gateway-token'
  [ "$(stat -c %a "$folder"/gateway-token.secret)" = 640 ] && ! grep -rq proof-of-a-token "$folder" &&
    [ "$(inside stat -c %U:%G /etc/xdg/listningsluckan/machine/gateway-token.secret)" = root:listningsluckan ] &&
    ! as_user cat /etc/xdg/listningsluckan/machine/gateway-token.secret
}
refuses_older() { ! inside apt-get install -yq /tmp/older.deb && installed "$version"; }
tells_version() { [ "$(inside listningsluckan --version)" = "listningsluckan $version" ]; }
resolves_libraries() { # no binary lacks a library, so that no dependency was forgotten
  inside sh -c 'find /usr/lib/listningsluckan -type f \( -name "*.so*" -o -name listningsluckan \) -exec ldd {} +' |
    { ! grep "not found"; }
}
walks_the_tour() { as_user listningsluckan tour --pictures /home/kim/pictures; }
has_ended() { # nothing that was started in the root runs on
  for _ in $(seq 50); do
    readlink /proc/[0-9]*/root | grep -qx "$root" || return 0
    sleep 0.2
  done
  return 1
}
shows_its_window() { # a real screen, a real window with our title and something painted in it, which lives on
  as_user xvfb-run -a sh -c 'listningsluckan --practice --data /home/kim/data & desk=$!
    for _ in $(seq 100); do xdotool search --onlyvisible --name Listningsluckan && break; sleep 0.2; done
    xprop -id $(xdotool search --onlyvisible --name Listningsluckan | head -n 1) WM_CLASS _NET_WM_NAME
    for _ in $(seq 100); do
      import -window root /home/kim/window.png
      [ "$(identify -format %k /home/kim/window.png)" -gt 200 ] && painted=yes && break
      sleep 0.2
    done
    kill -0 $desk && kill $desk && wait $desk; [ "$? $painted" = "143 yes" ]'
}
reads_its_profile() { # where region IT puts it
  inside cp /usr/lib/listningsluckan/_internal/resources/practice/profile.toml "$profile"
  as_user listningsluckan profile check "$profile"
}
reaches_for_a_database() { # the driver goes along with all that it loads: it is said that nobody answers
  { cat "$root$profile"; printf '[journal.database]\nhost = "localhost"\nport = 9\ncentre = "C"\nca_file = "%s"\n' \
    /etc/ssl/certs/ca-certificates.crt; } >"$root/home/kim/database.toml"
  as_user sh -c 'echo word | listningsluckan journal --practice --profile /home/kim/database.toml --data /home/kim/data \
    migrate --as owner 2>&1; true' | grep "the database does not answer"
}
keeps_secrets() { # with that profile, the frozen program finds the Secret Service and puts a key of its journal there
  as_user dbus-run-session -- sh -c 'printf proof | gnome-keyring-daemon --unlock --components=secrets >/dev/null
    xvfb-run -a listningsluckan --data /home/kim/kept & desk=$!
    kept() { secret-tool search --all service Listningsluckan 2>/dev/null | grep -qE "^secret = [0-9a-f]{64}$"; }
    for _ in $(seq 100); do kept && break; sleep 0.2; done
    kept; code=$?; kill $desk; exit $code'
}
is_removed() {
  inside apt-get purge -yq listningsluckan
  [ -s "$root$profile" ] && [ -d "$root/home/kim/data" ] && [ -d "$root/home/kim/kept" ]
}
leaves_nothing() {
  rm -r "$root$profile" "$root/etc/xdg/listningsluckan/machine"
  inside sh -c 'find / -xdev -name "*listningsluckan*" -not -path "/home/*" -not -path "/tmp/*" -not -path "/proc/*" \
    -not -path "/var/log/*" -not -path /etc/xdg/listningsluckan' | tee /dev/stderr | { ! grep -q .; }
}

profile=/etc/xdg/listningsluckan/profile.toml
version=$(dpkg-deb --field "$package" Version)
fresh_root
echo "$(basename "$package") on Debian $(cat "$root/etc/debian_version"), $(inside dpkg-query -f '.' -W | wc -c) packages"
inside useradd --create-home --uid 1000 kim
step installs installs
echo "with it $(inside dpkg-query -f '.' -W | wc -c) packages"
step upgrades upgrades
step tells-version tells_version
step resolves-libraries resolves_libraries
step walks-the-tour walks_the_tour
step has-ended has_ended
step tools-for-the-proof inside apt-get install -yq --no-install-recommends \
  xvfb xauth xdotool x11-utils imagemagick dbus-daemon gnome-keyring libsecret-tools
step shows-its-window shows_its_window
step reads-its-profile reads_its_profile
step reaches-a-database reaches_for_a_database
step keeps-secrets keeps_secrets
step seals-secrets seals_secrets
step refuses-older refuses_older
step is-removed is_removed
step leaves-nothing leaves_nothing
