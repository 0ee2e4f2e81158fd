import type { LabBalancer, LabListener, LabModel, ListenerAction } from '../model/lab-model';
import type { LabAddresses, LabNode } from './addresses';

/** Files of the balancer. */
export interface BalancerFiles {
  /** Socket on which it takes `registerCommands` and `deregisterCommands`. */
  readonly socket: string;
  /** Certificate and key of the site in one PEM file; needed when a listener speaks TLS. */
  readonly certificate: string;
}

/** A command for the balancer's socket, and how long to wait at most for requests under way before the next one. */
export interface SocketCommand {
  readonly command: string;
  readonly thenSeconds: number;
}

/** Name of the group of instances in the balancer. */
export const BACKEND = 'web';

/** Between the listeners and the instances, see `handover`. */
const HANDOVER = 'handover';
const HANDOVER_SOCKET = 'abns@lab-targets';

/** After this many seconds a load balancer answers 504. Source: "Troubleshoot your Application Load Balancers". */
const CONNECT_SECONDS = 10;

/**
 * Configuration of HAProxy that behaves as the synthesized load balancer does, for all that a site can notice.
 *
 * A failed request is not tried again elsewhere, as by an Application Load Balancer. Nodes begin unregistered
 * (`registerCommands`). When every registered node is unhealthy, all of them get requests, as on AWS. Different: a
 * registered node needs all of its healthy checks, not the first only, to be used; and a check whose packets nobody
 * answers fails after ten seconds, whatever its timeout.
 */
export function balancerConfig(
  model: LabModel,
  nodes: readonly LabNode[],
  addresses: LabAddresses,
  files: BalancerFiles,
): string {
  const { balancer } = model;
  return [
    ['global', '  log stdout format raw local0', `  stats socket ${files.socket} mode 600 level admin`],
    defaults(balancer),
    ...balancer.listeners.map((listener) => frontend(balancer, listener, addresses, files)),
    handover(balancer),
    ['frontend targets', `  bind ${HANDOVER_SOCKET}`, `  default_backend ${BACKEND}`],
    backend(balancer, nodes, addresses),
  ]
    .map((section) => `${section.join('\n')}\n`)
    .join('\n');
}

/** Puts a node behind the balancer, as Auto Scaling does after the launch hook; it gets requests once it is healthy. */
export function registerCommands({ name }: LabNode): SocketCommand[] {
  return [
    { command: `set server ${BACKEND}/${name} state ready`, thenSeconds: 0 },
    { command: `set server ${BACKEND}/${name} health down`, thenSeconds: 0 },
    { command: `set server ${BACKEND}/${name}-open state ready`, thenSeconds: 0 },
  ];
}

/** Takes a node from behind the balancer: it gets no new requests, and those under way may end within the delay. */
export function deregisterCommands({ balancer }: LabModel, { name }: LabNode): SocketCommand[] {
  return [
    { command: `set server ${BACKEND}/${name}-open state maint`, thenSeconds: 0 },
    { command: `set server ${BACKEND}/${name} state drain`, thenSeconds: balancer.deregistrationSeconds },
    { command: `shutdown sessions server ${BACKEND}/${name}`, thenSeconds: 0 },
    { command: `shutdown sessions server ${BACKEND}/${name}-open`, thenSeconds: 0 },
    { command: `set server ${BACKEND}/${name} state maint`, thenSeconds: 0 },
  ];
}

function defaults({ idleSeconds }: LabBalancer): string[] {
  const idle = ['client', 'server', 'http-request', 'http-keep-alive', 'tunnel'];
  return [
    'defaults',
    '  mode http',
    '  log global',
    '  option httplog',
    '  retries 0',
    '  no option redispatch',
    `  timeout connect ${CONNECT_SECONDS}s`,
    ...idle.map((name) => `  timeout ${name} ${idleSeconds}s`),
  ];
}

function frontend(
  { http2, forwardedFor }: LabBalancer,
  { port, tls, tlsVersion, rules, defaultAction }: LabListener,
  { balancer }: LabAddresses,
  { certificate }: BalancerFiles,
): string[] {
  const secure = ` ssl crt ${certificate} ssl-min-ver TLSv${tlsVersion} alpn ${http2 ? 'h2,' : ''}http/1.1`;
  return [
    `frontend listener-${port}`,
    `  bind ${balancer}:${port}${tls ? secure : ''}`,
    ...rules.flatMap(({ hosts }, index) => hosts.map((host) => `  acl rule-${index} ${hostMatch(host)}`)),
    ...forwardedForRules(forwardedFor),
    `  http-request set-header X-Forwarded-Proto ${tls ? 'https' : 'http'}`,
    `  http-request set-header X-Forwarded-Port ${port}`,
    '  http-request set-header X-Amzn-Trace-Id Root=1-%[date,hex,bytes(8,8),lower]-%[uuid,regsub(-,,g),bytes(0,24)] unless { req.hdr(X-Amzn-Trace-Id) -m found }',
    ...actions(rules, defaultAction),
  ];
}

/** No two of the conditions hold at once, so that what HAProxy wants first can come first. */
function actions(rules: LabListener['rules'], defaultAction: ListenerAction): string[] {
  const all = [
    ...rules.map(({ action }, index) => act(action, ` if ${[...nots(index), `rule-${index}`].join(' ')}`)),
    act(defaultAction, rules.length === 0 ? '' : ` if ${nots(rules.length).join(' ')}`),
  ];
  const first = (line: string): boolean => line.startsWith('  http-request');
  return [...all.filter(first), ...all.filter((line) => !first(line))];
}

/** None of the rules before this one. */
function nots(index: number): string[] {
  return Array.from({ length: index }, (_, each) => `!rule-${each}`);
}

/** Listener rules match without regard to case, `*` any text and `?` one character. */
function hostMatch(host: string): string {
  const pattern = host
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return `req.hdr(Host),field(1,:) -m reg -i ^${pattern.replaceAll('\\', '\\\\')}$`;
}

function act(action: ListenerAction, condition: string): string {
  switch (action.type) {
    case 'forward':
      return condition === '' ? `  default_backend ${HANDOVER}` : `  use_backend ${HANDOVER}${condition}`;
    case 'redirect': {
      const target = `${action.protocol.toLowerCase()}://%[req.hdr(Host),field(1,:)]:${action.port}%[pathq]`;
      return `  http-request redirect location ${target} code ${action.status}${condition}`;
    }
    case 'respond': {
      const body = JSON.stringify(action.body);
      return `  http-request return status ${action.status} content-type ${action.contentType} string ${body}${condition}`;
    }
  }
}

/**
 * Every request goes to the instances over a connection of its own within HAProxy.
 *
 * When an instance does not answer and the visitor's connection has had a request before (as always with HTTP/2),
 * HAProxy closes it without a word, and browsers ask again: a visitor of AWS sees 502 or 504. Here the first request of
 * a connection is the only one, which gets that answer.
 */
function handover({ idleSeconds }: LabBalancer): string[] {
  return [
    `backend ${HANDOVER}`,
    '  http-reuse never',
    '  option http-server-close',
    // the instances' own limits come first
    `  timeout server ${idleSeconds + CONNECT_SECONDS + 5}s`,
    `  server targets ${HANDOVER_SOCKET}`,
  ];
}

function forwardedForRules(mode: LabBalancer['forwardedFor']): string[] {
  const header = 'X-Forwarded-For';
  if (mode === 'preserve') return [];
  if (mode === 'remove') return [`  http-request del-header ${header}`];
  const given = `{ req.hdr(${header}) -m found }`;
  return [
    `  http-request set-var(txn.forwarded) req.fhdr(${header}) if ${given}`,
    `  http-request set-header ${header} "%[var(txn.forwarded)], %[src]" if ${given}`,
    `  http-request set-header ${header} %[src] unless ${given}`,
  ];
}

function backend(balancer: LabBalancer, nodes: readonly LabNode[], { balancer: source }: LabAddresses): string[] {
  const { algorithm, healthPath, healthMatcher, stickySeconds, port } = balancer;
  const { intervalSeconds, timeoutSeconds, healthyThreshold, unhealthyThreshold } = balancer;
  return [
    `backend ${BACKEND}`,
    `  balance ${algorithm === 'round_robin' ? 'roundrobin' : 'leastconn'}`,
    `  source ${source}`,
    '  http-reuse always',
    '  option allbackups',
    '  option httpchk',
    // AWS names the address of each target here; HAProxy has one text for all, so it is the first one's
    `  http-check send meth GET uri ${healthPath} ver HTTP/1.1 hdr Host ${nodes[0]?.address ?? source}:${port} ` +
      'hdr User-Agent ELB-HealthChecker/2.0 hdr Connection close',
    `  http-check expect status ${healthMatcher}`,
    `  timeout check ${timeoutSeconds}s`,
    `  default-server inter ${intervalSeconds}s rise ${healthyThreshold} fall ${unhealthyThreshold}`,
    // on AWS a connection refused is 502, one that is never answered 504; 503 means that no node is registered
    '  http-request set-var(txn.began) date',
    `  http-after-response set-status 504 if { status 503 } { date,sub(txn.began) ge ${CONNECT_SECONDS} }`,
    '  http-after-response set-status 502 if { status 503 } { srv_id -m found }',
    ...(stickySeconds > 0 ? [`  cookie AWSALB insert indirect nocache maxlife ${stickySeconds}s`] : []),
    ...nodes.flatMap(({ name, address }) => {
      const cookie = stickySeconds > 0 ? ` cookie ${name}` : '';
      return [
        `  server ${name} ${address}:${port} check disabled${cookie}`,
        // when none is healthy, every registered one gets requests
        `  server ${name}-open ${address}:${port} backup disabled${cookie}`,
      ];
    }),
  ];
}
