/** Installation of the packages, pinned to the release of the image. */
export const PACKAGE_FUNCTIONS = String.raw`
require_image() {
  local found
  # shellcheck disable=SC1091
  found=$(. /etc/os-release && echo "$ID $VERSION_ID")
  case "$found" in
    "$OS_RELEASE" | "$OS_RELEASE".*) ;;
    *) fail "this user data is for $OS_RELEASE, the image is $found" ;;
  esac
}

missing_packages() {
  local package
  for package in "$@"; do
    if [ "$PACKAGE_MANAGER" = apt ]; then
      dpkg -s "$package" 2>/dev/null | grep -q '^Status: install ok installed' || echo "$package"
    else
      rpm -q --whatprovides "$package" >/dev/null 2>&1 || echo "$package"
    fi
  done
}

# Nobody reads descriptions in other languages here. Dpkg need not wait for the disk after each file: an instance that loses
# its power before it is in service is replaced; what it wrote is on the disk before the next step begins. And systemd need
# not read all units anew for each package that has one, which takes seconds on a small instance: it does so once, at the end.
apt_get() {
  SYSTEMD_OFFLINE=1 DEBIAN_FRONTEND=noninteractive apt-get -q -y -o DPkg::Lock::Timeout=180 -o Acquire::Retries=3 \
    -o Acquire::http::Timeout=20 -o Acquire::https::Timeout=20 -o Acquire::Languages=none \
    -o Dpkg::Options::=--force-confold -o Dpkg::Options::=--force-unsafe-io "$@"
}

install_packages() {
  local missing
  missing=$(missing_packages "$@" | wc -l)
  if [ "$missing" -eq 0 ]; then
    say 'every package is on the image'
    return 0
  fi
  say "installing $missing packages"
  if [ "$PACKAGE_MANAGER" = dnf ]; then
    dnf install -q -y --setopt=install_weak_deps=False "$@" || fail 'packages cannot be installed: see the lines above'
    return 0
  fi
  # nothing may listen before it is configured
  printf '#!/bin/sh\nexit 101\n' >/usr/sbin/policy-rc.d
  chmod 0755 /usr/sbin/policy-rc.d
  if ! { apt_get update -o APT::Update::Error-Mode=any && apt_get install --no-install-recommends "$@"; }; then
    rm -f /usr/sbin/policy-rc.d
    fail 'packages cannot be installed: see the lines above'
  fi
  sync
  systemctl daemon-reload
  rm -f /usr/sbin/policy-rc.d
}
`;
