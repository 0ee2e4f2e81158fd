import { ACL_RDP_CLOSED } from '../../../../src/policy/rules/sg/acl-rdp-closed';
import { describeClosedPort } from './describe-closed-port';

describeClosedPort(ACL_RDP_CLOSED, 3389);
