export { startLabOf } from './start-lab-of';
export { labStatus, stopLab } from './lab';
export { openShell } from './shell';
