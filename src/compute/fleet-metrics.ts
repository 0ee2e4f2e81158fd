/** Where instances report memory and disk, which EC2 does not: `mem_used_percent` and `disk_used_percent` of the group. */
export { METRICS_NAMESPACE } from '../bootstrap/names';
