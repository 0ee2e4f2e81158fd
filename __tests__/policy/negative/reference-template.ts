import type { JsonObject } from '../../../src/terraform/json';

/** What the template's metadata and scripts do at the first boot, in one script; host names stand for its references. */
const USER_DATA = `#!/bin/bash -ex
yum install -y php70 php70-opcache php70-mysqlnd mysql56 httpd24
mkdir -p /var/www
mount -t nfs4 -o nfsvers=4.1,rsize=1048576,wsize=1048576,hard,timeo=600,retrans=2 files.example.com:/ /var/www
cat > /etc/httpd/conf.d/wordpress.conf <<'CONF'
<Directory "/var/www/html">
  Options Indexes FollowSymLinks
  AllowOverride All
  Require all granted
</Directory>
CONF
curl -O https://raw.githubusercontent.com/wp-cli/builds/gh-pages/phar/wp-cli.phar
php wp-cli.phar core download --version=4.8
php wp-cli.phar core config --dbname=wordpress --dbuser=wordpress --dbpass=wordpress --dbhost=database.example.com
php wp-cli.phar core install --url=http://site.example.com --title='AWS in Action' --admin_user=admin \\
  --admin_password=wordpress --admin_email=test@example.com --skip-email
service httpd start
`;

/**
 * The WordPress template of the reference book's chapters 2 and 17 with plain resources, mistake for mistake.
 *
 * What CloudFormation and AWS do by themselves is written out where it would not show: security groups let everything out,
 * volumes are not encrypted, and the database goes without a final snapshot, as `DeletionPolicy: Delete` says.
 */
export const REFERENCE_TEMPLATE: JsonObject = {
  provider: { aws: [{ region: 'us-east-1' }] },
  resource: {
    aws_vpc: { VPC: { cidr_block: '172.31.0.0/16', enable_dns_hostnames: true } },
    aws_internet_gateway: { InternetGateway: { vpc_id: '${aws_vpc.VPC.id}' } },
    aws_subnet: {
      SubnetA: subnet('us-east-1a', '172.31.38.0/24'),
      SubnetB: subnet('us-east-1b', '172.31.37.0/24'),
    },
    aws_route_table: { RouteTable: { vpc_id: '${aws_vpc.VPC.id}' } },
    aws_route_table_association: { A: associated('SubnetA'), B: associated('SubnetB') },
    aws_route: {
      RoutePublicNATToInternet: {
        route_table_id: '${aws_route_table.RouteTable.id}',
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: '${aws_internet_gateway.InternetGateway.id}',
      },
    },
    aws_network_acl: {
      NetworkAcl: {
        vpc_id: '${aws_vpc.VPC.id}',
        subnet_ids: ['${aws_subnet.SubnetA.id}', '${aws_subnet.SubnetB.id}'],
      },
    },
    aws_network_acl_rule: { NetworkAclEntryIngress: aclEntry(false), NetworkAclEntryEgress: aclEntry(true) },
    aws_lb: {
      LoadBalancer: {
        internal: false,
        load_balancer_type: 'application',
        subnets: ['${aws_subnet.SubnetA.id}', '${aws_subnet.SubnetB.id}'],
        security_groups: ['${aws_security_group.LoadBalancerSecurityGroup.id}'],
      },
    },
    aws_lb_listener: {
      LoadBalancerListener: {
        load_balancer_arn: '${aws_lb.LoadBalancer.arn}',
        port: 80,
        protocol: 'HTTP',
        default_action: [{ type: 'forward', target_group_arn: '${aws_lb_target_group.LoadBalancerTargetGroup.arn}' }],
      },
    },
    aws_lb_target_group: {
      LoadBalancerTargetGroup: {
        port: 80,
        protocol: 'HTTP',
        vpc_id: '${aws_vpc.VPC.id}',
        health_check: {
          interval: 5,
          path: '/',
          port: '80',
          protocol: 'HTTP',
          timeout: 3,
          healthy_threshold: 2,
          unhealthy_threshold: 2,
          matcher: '200,302',
        },
      },
    },
    aws_security_group: {
      LoadBalancerSecurityGroup: group('awsinaction-elb-sg', [world(80)]),
      WebServerSecurityGroup: group('awsinaction-sg', [world(22), from('LoadBalancerSecurityGroup', 80)]),
      DatabaseSecurityGroup: group('awsinaction-db-sg', [from('WebServerSecurityGroup', 3306)]),
      EFSSecurityGroup: group('awsinaction-efs-sg', [from('WebServerSecurityGroup', 2049)]),
    },
    aws_db_subnet_group: {
      DBSubnetGroup: {
        description: 'DB subnet group',
        subnet_ids: ['${aws_subnet.SubnetA.id}', '${aws_subnet.SubnetB.id}'],
      },
    },
    aws_db_instance: {
      Database: {
        allocated_storage: 5,
        backup_retention_period: 0,
        instance_class: 'db.t2.micro',
        db_name: 'wordpress',
        engine: 'mysql',
        username: 'wordpress',
        password: 'wordpress',
        vpc_security_group_ids: ['${aws_security_group.DatabaseSecurityGroup.id}'],
        db_subnet_group_name: '${aws_db_subnet_group.DBSubnetGroup.name}',
        skip_final_snapshot: true,
        depends_on: ['aws_internet_gateway.InternetGateway'],
      },
    },
    aws_efs_file_system: { EFSFileSystem: { tags: { Name: 'wordpress-efs' } } },
    aws_efs_mount_target: { EFSMountTargetA: mountTarget('SubnetA'), EFSMountTargetB: mountTarget('SubnetB') },
    // the template has a launch configuration, which new accounts cannot make any more
    aws_launch_template: {
      LaunchConfiguration: {
        image_id: 'ami-6057e21a',
        instance_type: 't2.micro',
        key_name: 'mykey',
        monitoring: { enabled: false },
        network_interfaces: [
          {
            associate_public_ip_address: 'true',
            security_groups: ['${aws_security_group.WebServerSecurityGroup.id}'],
          },
        ],
        block_device_mappings: [{ device_name: '/dev/xvda', ebs: { volume_size: 8, encrypted: 'false' } }],
        user_data: Buffer.from(USER_DATA).toString('base64'),
      },
    },
    aws_autoscaling_group: {
      AutoScalingGroup: {
        launch_template: { id: '${aws_launch_template.LaunchConfiguration.id}', version: '$Latest' },
        target_group_arns: ['${aws_lb_target_group.LoadBalancerTargetGroup.arn}'],
        min_size: 2,
        max_size: 4,
        health_check_grace_period: 300,
        health_check_type: 'ELB',
        vpc_zone_identifier: ['${aws_subnet.SubnetA.id}', '${aws_subnet.SubnetB.id}'],
        tag: [{ key: 'Name', value: 'wordpress', propagate_at_launch: true }],
      },
    },
    aws_autoscaling_policy: {
      ScalingPolicy: {
        autoscaling_group_name: '${aws_autoscaling_group.AutoScalingGroup.name}',
        policy_type: 'TargetTrackingScaling',
        estimated_instance_warmup: 60,
        target_tracking_configuration: [
          {
            predefined_metric_specification: [{ predefined_metric_type: 'ASGAverageCPUUtilization' }],
            target_value: 70,
          },
        ],
      },
    },
  },
};

function subnet(zone: string, cidr: string): JsonObject {
  return { vpc_id: '${aws_vpc.VPC.id}', availability_zone: zone, cidr_block: cidr };
}

function associated(name: string): JsonObject {
  return { subnet_id: `\${aws_subnet.${name}.id}`, route_table_id: '${aws_route_table.RouteTable.id}' };
}

function aclEntry(egress: boolean): JsonObject {
  const everything = { rule_number: 100, protocol: '-1', rule_action: 'allow', cidr_block: '0.0.0.0/0' };
  return { network_acl_id: '${aws_network_acl.NetworkAcl.id}', egress, ...everything };
}

function group(name: string, ingress: readonly JsonObject[]): JsonObject {
  const egress = [{ from_port: 0, to_port: 0, protocol: '-1', cidr_blocks: ['0.0.0.0/0'] }];
  return { name, description: name, vpc_id: '${aws_vpc.VPC.id}', ingress, egress };
}

function world(port: number): JsonObject {
  return { from_port: port, to_port: port, protocol: 'tcp', cidr_blocks: ['0.0.0.0/0'] };
}

function from(source: string, port: number): JsonObject {
  return { from_port: port, to_port: port, protocol: 'tcp', security_groups: [`\${aws_security_group.${source}.id}`] };
}

function mountTarget(name: string): JsonObject {
  return {
    file_system_id: '${aws_efs_file_system.EFSFileSystem.id}',
    subnet_id: `\${aws_subnet.${name}.id}`,
    security_groups: ['${aws_security_group.EFSSecurityGroup.id}'],
  };
}
