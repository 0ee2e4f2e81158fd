/** EFS: NFS 4.1 in TLS, in fstab, so that a reboot mounts it again. docs/decisions/0002-efs-mount.md has the reasons. */
export const SHARED_FILES_FUNCTIONS = String.raw`
# Names the file system and the access point to EFS in the way Amazon's mount helper does: a certificate of our own.
certificate() {
  local file_system access_point key=/etc/stunnel/efs.key
  read -r file_system access_point </etc/stunnel/efs.mount
  [ -n "$access_point" ] || return 0
  umask 077
  [ -s "$key" ] || openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "$key" 2>/dev/null ||
    openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072 -out "$key" 2>/dev/null
  cat >/etc/stunnel/efs.request <<REQUEST
[req]
prompt = no
distinguished_name = name
x509_extensions = efs
[name]
CN = $(hostname)
[efs]
subjectKeyIdentifier = hash
1.3.6.1.4.1.4843.7.1 = ASN1:UTF8String:$access_point
1.3.6.1.4.1.4843.7.3 = ASN1:UTF8String:$file_system
REQUEST
  openssl req -x509 -new -key "$key" -days 1 -config /etc/stunnel/efs.request -out /etc/stunnel/efs.crt
  chgrp stunnel4 "$key" /etc/stunnel/efs.crt
  chmod 0640 "$key" /etc/stunnel/efs.crt
}

# What the tunnel is told.
configure_tunnel() {
  local host=$1 file_system=$2 access_point=$3 client=''
  echo "$file_system $access_point" >/etc/stunnel/efs.mount
  [ -z "$access_point" ] || client=$'cert = /etc/stunnel/efs.crt\nkey = /etc/stunnel/efs.key'
  cat >"$RUN/efs.conf" <<TUNNEL
foreground = yes
pid =
debug = notice
socket = l:SO_REUSEADDR=yes
[efs]
client = yes
accept = 127.0.0.1:2049
connect = $host:2049
delay = yes
sslVersionMin = TLSv1.2
renegotiation = no
CAfile = $CA_BUNDLE
verifyChain = yes
checkHost = $host
TIMEOUTbusy = 20
TIMEOUTclose = 0
TIMEOUTidle = 70
$client
TUNNEL
  at_boot efs-tunnel.service
  [ -z "$access_point" ] || at_boot efs-certificate.timer
}

# start_tunnel ACCESS_POINT: systemd must have read /etc/fstab before, which orders tunnel and mount
start_tunnel() {
  if ! cmp -s "$RUN/efs.conf" /etc/stunnel/efs.conf || ! systemctl is-active -q efs-tunnel.service; then
    install -m 0644 "$RUN/efs.conf" /etc/stunnel/efs.conf
    systemctl restart efs-tunnel.service
  fi
  [ -z "$1" ] || systemctl start efs-certificate.timer
}

fstab_line() {
  local file_system=$1 access_point=$2
  if [ "$MOUNT_HELPER" = efs-utils ]; then
    [ -z "$access_point" ] || access_point=",accesspoint=$access_point"
    echo "$file_system:/ $SHARED efs tls,noresvport$access_point,_netdev 0 0"
  else
    echo "127.0.0.1:/ $SHARED nfs4 nfsvers=4.1,rsize=1048576,wsize=1048576,hard,timeo=600,retrans=2,noresvport,_netdev,x-systemd.requires=efs-tunnel.service,x-systemd.after=efs-tunnel.service,x-systemd.mount-timeout=90 0 0"
  fi
}

# A new file system's mount target may appear minutes after the first instance; the boot's own time limit bounds this.
wait_for_mount_target() {
  local said=''
  until timeout 5 bash -c ": </dev/tcp/$1/2049" 2>/dev/null; do
    [ -n "$said" ] || say "waiting for the mount target of $1"
    said=yes
    echo "the file system $1 does not answer on port 2049" >"$RUN/reason"
    sleep 3
  done
  : >"$RUN/reason"
}

mount_shared() {
  local file_system access_point host folder
  file_system=$(setting file-system-id)
  access_point=$(optional_setting access-point-id)
  host="$file_system.efs.$REGION.$DOMAIN"
  mkdir -p "$SHARED"
  wait_for_mount_target "$host"
  [ "$MOUNT_HELPER" != stunnel ] || configure_tunnel "$host" "$file_system" "$access_point"
  grep -v " $SHARED " /etc/fstab >"$RUN/fstab" || true
  fstab_line "$file_system" "$access_point" >>"$RUN/fstab"
  # PHP-FPM, and with it the health check, stays down when the shared files are not mounted after a reboot
  mkdir -p "/etc/systemd/system/$FPM_SERVICE.service.d"
  printf '[Unit]\nRequiresMountsFor=%s\n' "$SHARED" >"/etc/systemd/system/$FPM_SERVICE.service.d/site.conf"
  if ! cmp -s "$RUN/fstab" /etc/fstab; then
    cat "$RUN/fstab" >/etc/fstab
    systemctl daemon-reload
  fi
  [ "$MOUNT_HELPER" != stunnel ] || start_tunnel "$access_point"
  until mountpoint -q "$SHARED"; do
    echo "the file system $host cannot be mounted" >"$RUN/reason"
    timeout -k 5 90 mount "$SHARED" || sleep 3
  done
  : >"$RUN/reason"
  for folder in "$@"; do
    [ -d "$SHARED/$folder" ] || mkdir -m 0775 "$SHARED/$folder" || [ -d "$SHARED/$folder" ] || fail "cannot create $folder on $host"
    # behind an access point EFS itself sets the owner and refuses this
    chown "$WEB_USER:$WEB_USER" "$SHARED/$folder" 2>/dev/null || true
    runuser -u "$WEB_USER" -- test -w "$SHARED/$folder" || fail "$WEB_USER cannot write to $folder on $host"
  done
}
`;
