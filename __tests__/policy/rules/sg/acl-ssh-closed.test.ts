import { ACL_SSH_CLOSED } from '../../../../src/policy/rules/sg/acl-ssh-closed';
import { describeClosedPort } from './describe-closed-port';

describeClosedPort(ACL_SSH_CLOSED, 22);
