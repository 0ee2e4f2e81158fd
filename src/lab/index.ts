export { startLabOf } from './start-lab-of';
export { labStatus, stopLab } from './lab';
export { bringFault, type FaultsInForce, healFault } from './faults-by-hand';
export { openShell } from './shell';
