import { ACL_FTP_CLOSED } from '../../../../src/policy/rules/sg/acl-ftp-closed';
import { describeClosedPort } from './describe-closed-port';

describeClosedPort(ACL_FTP_CLOSED, 21);
