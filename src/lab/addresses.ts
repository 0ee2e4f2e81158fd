import type { LabAddresses, LabNode } from './config/addresses';

/** Most instances that one lab launches, one after another. */
export const MOST_INSTANCES = 24;

const PREFIX = '10.77.0';
/** Last byte of the address of the first instance, less one. */
const INSTANCES = 100;

/** The n-th instance ever launched in a lab, counted from 1. */
function node(number: number): LabNode {
  return {
    name: `n${number}`,
    mac: `02:00:00:00:00:${number.toString(16).padStart(2, '0')}`,
    address: `${PREFIX}.${INSTANCES + number}`,
    tap: `tap${number}`,
  };
}

/** The one network of a lab, in a network namespace of its own: the machine sees nothing of it. */
export const LAB_ADDRESSES: LabAddresses = {
  bridge: 'br0',
  network: `${PREFIX}.0/24`,
  gateway: `${PREFIX}.1`,
  aws: `${PREFIX}.2`,
  balancer: `${PREFIX}.10`,
  files: `${PREFIX}.20`,
  databases: [`${PREFIX}.31`, `${PREFIX}.32`],
  nodes: Array.from({ length: MOST_INSTANCES }, (_, index) => node(index + 1)),
};

/** Whatever instances download from besides AWS, and where visitors come from. Source: RFC 5737, for documentation. */
export const INTERNET_ADDRESS = '198.51.100.1';
