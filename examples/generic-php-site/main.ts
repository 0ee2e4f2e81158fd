import { App } from 'cdktf';
import { SiteStack } from './site-stack';

const app = new App();
new SiteStack(app, 'site', {
  environment: 'test',
  accountId: '123456789012',
  region: 'eu-west-1',
  availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  cidrBlock: '10.40.0.0/16',
});
app.synth();
