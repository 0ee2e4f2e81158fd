# usage: packet-probe.sh RULES < lines "from source to target port"; prints each line with "open" or "closed" behind
# Builds the lab's network in a namespace of its own: the bridge with the parts' addresses, two nodes on its ports as
# namespaces of their own, and a visitor behind a router.
set -euo pipefail
ip link set lo up
ip link add br0 type bridge
ip link set br0 up
for address in 10.77.0.1/24 10.77.0.2/24 10.77.0.10/24 10.77.0.20/24 10.77.0.31/24 10.77.0.32/24 169.254.169.254/32; do
  ip address add "$address" dev br0
done
echo 1 >/proc/sys/net/ipv4/ip_forward
echo 0 >/proc/sys/net/bridge/bridge-nf-call-iptables 2>/dev/null || true

namespace() { # NAME INTERFACE ADDRESS GATEWAY MAC
  unshare -n sleep 120 &
  local pid=$!
  eval "$1=$pid"
  until [ "$(readlink "/proc/$pid/ns/net")" != "$(readlink /proc/self/ns/net)" ]; do sleep 0.02; done
  ip link add "$2" type veth peer name eth0 address "$5" netns "$pid"
  ip link set "$2" up
  nsenter -t "$pid" -n sh -c "ip link set lo up; ip address add $3 dev eth0; ip link set eth0 up; ip route add default via $4"
}
namespace n1 tap1 10.77.0.101/24 10.77.0.1 02:00:00:00:00:01
namespace n2 tap2 10.77.0.102/24 10.77.0.1 02:00:00:00:00:02
for tap in tap1 tap2; do ip link set "$tap" master br0; done
namespace visitor out0 198.51.100.2/30 198.51.100.1 02:00:00:00:00:09
ip address add 198.51.100.1/30 dev out0
nsenter -t "$n1" -n ip address add 10.77.0.77/24 dev eth0

listen() { socat "TCP-LISTEN:$1,fork,reuseaddr" /dev/null & }
for port in 22 53 80 443 2049 3306 8080; do
  listen "$port"
  for pid in "$n1" "$n2" "$visitor"; do nsenter -t "$pid" -n socat "TCP-LISTEN:$port,fork,reuseaddr" /dev/null & done
done
sleep 0.7
nft -f "$1"

probe() { # FROM SOURCE TO TARGET PORT
  local inside=()
  case "$2" in
    10.77.0.101 | 10.77.0.77) inside=(nsenter -t "$n1" -n) ;;
    198.51.100.2) inside=(nsenter -t "$visitor" -n) ;;
  esac
  if "${inside[@]}" socat -u OPEN:/dev/null "TCP:$4:$5,bind=$2,connect-timeout=1.5" 2>/dev/null; then
    echo "$* open"
  else
    echo "$* closed"
  fi
}
probes=()
while read -r from source to target port; do
  probe "$from" "$source" "$to" "$target" "$port" &
  probes+=($!)
done
wait "${probes[@]}"
nft list counters | awk '/counter/ { name = $2 } /packets [1-9]/ { print "counter " name }'
