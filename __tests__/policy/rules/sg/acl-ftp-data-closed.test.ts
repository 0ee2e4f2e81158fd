import { ACL_FTP_DATA_CLOSED } from '../../../../src/policy/rules/sg/acl-ftp-data-closed';
import { describeClosedPort } from './describe-closed-port';

describeClosedPort(ACL_FTP_DATA_CLOSED, 20);
