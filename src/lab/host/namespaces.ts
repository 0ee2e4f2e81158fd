/**
 * The command line that runs a program in mount and process namespaces of its own, which the kernel empties when this process
 * ends, however it ends: nothing of the program runs on, and nothing stays mounted.
 *
 * `more` are further namespaces, as `unshare` calls them.
 */
export function inNamespaces(program: readonly string[], more: readonly string[] = []): [string, ...string[]] {
  const options = ['--mount', '--pid', '--fork', '--kill-child', '--mount-proc', '--propagation', 'private'];
  return ['setpriv', '--pdeathsig', 'KILL', 'unshare', ...more, ...options, ...program];
}
