export { startLabOf } from './start-lab-of';
export { labStatus, stopLab } from './lab';
export { openShell } from './shell';
export { proveLab } from './prove-lab';
export { readReport } from './scenarios/report-file';
export { TRIALS } from './scenarios/trials';
