export { startLabOf } from './start-lab-of';
export { labStatus, stopLab } from './lab';
export { bringFault, type FaultsInForce, healFault } from './faults-by-hand';
export { openShell } from './shell';
export { proveLab } from './prove-lab';
export { readReport } from './scenarios/report-file';
export { TRIALS } from './scenarios/trials';
