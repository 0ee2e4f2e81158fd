/** First lines of the program: how it reports, and what it stops at. */
export const REPORT_FUNCTIONS = String.raw`
PHASE=start
# the agents and the certificate run beside the boot and keep their own notes
case "$1" in agents | certificate) RUN=$RUN-$1 ;; esac
install -d -m 0700 "$RUN"
export HOME=/root

say() { echo "$(date -u +%FT%TZ) site [$PHASE] $*" >&2; }

# fail WHY: ends the program; the reason outlives a subshell
fail() {
  echo "$*" >"$RUN/reason"
  say "failed: $*"
  exit 1
}

# at_boot UNIT...: starts with the system. Without a reload of systemd, which costs seconds on a small instance
at_boot() {
  local unit
  for unit in "$@"; do
    systemctl is-enabled -q "$unit" 2>/dev/null || systemctl enable -q --no-reload "$unit"
  done
}

phase() {
  PHASE=$1
  echo "$PHASE" >"$RUN/phase"
  : >"$RUN/reason"
  say "at $(cut -d' ' -f1 /proc/uptime) s"
}
`;

/** The boot as phases, the time limit around it, and the commands of the program. */
export const BOOT_FUNCTIONS = String.raw`
bootstrap() {
  local previous
  # shellcheck disable=SC2086
  { phase packages; require_image; install_packages $PACKAGES; }
  phase context; connect
  phase settings; read_settings
  BUCKET=$(setting releases-bucket)
  APP=$(setting app)
  install -d -m 0750 -o root -g "$WEB_USER" "$CONFIG"
  systemctl start --no-block site-agents.service
  if [ -n "$SHARED_FOLDERS" ]; then
    phase files
    # shellcheck disable=SC2046
    mount_shared $(tr ' ' '\n' <<<"$SHARED_FOLDERS" | cut -d= -f2)
  fi
  phase release; fetch_release
  phase configuration; configure_services; install_ca; app_configure
  phase overlays; run_overlays
  previous=$(served_release)
  trap 'undo_switch "$previous"' EXIT
  phase installation; switch_release "$RELEASES/$RELEASE"; app_install
  phase services; start_services
  phase health; check_health; app_check
  trap - EXIT
  start_units
  remove_old_releases
  say "release $RELEASE of $APP serves"
}

# The application's own units; systemctl refuses to start none.
start_units() {
  [ -n "$UNITS" ] || return 0
  # shellcheck disable=SC2086
  { at_boot $UNITS; systemctl start $UNITS; }
}

# A deployment that fails leaves the release before it in service.
undo_switch() {
  [ -n "$1" ] && [ "$1" != "$(served_release)" ] || return 0
  switch_release "$1"
  systemctl reload "$FPM_SERVICE" || true
  say "back to $1"
}

# Seconds this boot may take: what the launch hook allows from power-on, or all of it when started by hand later.
time_left() {
  local up
  up=$(cut -d. -f1 /proc/uptime)
  if [ "$up" -lt "$BOOT_SECONDS" ]; then echo "$((BOOT_SECONDS - up))"; else echo "$BOOT_SECONDS"; fi
}

# Runs the bootstrap within its time, reports, and completes the launch hook.
boot() {
  local seconds status result=CONTINUE
  : >"$RUN/reason"
  seconds=$(time_left)
  PHASE=boot
  say "$seconds s left"
  status=0
  timeout --kill-after=10 "$seconds" "$SITE/instance" bootstrap || status=$?
  if [ "$status" -eq 0 ]; then
    mkdir -p /var/lib/site
    : >/var/lib/site/ready
    # the user data does not run again: an instance that loses power from now on must find what it wrote. Not the shared
    # files, which may be away
    sync -f /
  else
    result=ABANDON
    PHASE=$(cat "$RUN/phase" 2>/dev/null || echo boot)
    case "$status" in 124 | 137) say "no time left after $seconds s" ;; esac
    say "FAILED in phase $PHASE (status $status): $(cat "$RUN/reason" 2>/dev/null)"
    # a first boot that failed serves nothing; a later run leaves what serves alone
    [ -e /var/lib/site/ready ] || systemctl stop nginx 2>/dev/null || true
  fi
  (connect && complete "$result") || say 'the launch hook was not completed; its timeout will abandon the instance'
  # takes seconds, for which the replacement need not wait
  [ -e /var/lib/site/ready ] || systemctl disable -q --no-reload nginx 2>/dev/null || true
  rm -rf "$RUN"
  return "$status"
}

case "$1" in
  boot)
    mkdir -p /var/log/site
    touch /var/log/site/boot.log
    chmod 0640 /var/log/site/boot.log
    set +e
    # not by tee, which writes nothing more after the disk was full once
    (set -e; boot) 2>&1 | while IFS= read -r line; do
      printf '%s\n' "$line"
      printf '%s\n' "$line" >>/var/log/site/boot.log || true
    done 2>/dev/null
    exit "$?"
    ;;
  bootstrap | certificate | agents)
    trap '[ -s "$RUN/reason" ] || echo "line $LINENO: $BASH_COMMAND" >"$RUN/reason"' ERR
    "$1"
    ;;
  *) fail "unknown command: $1" ;;
esac
`;
