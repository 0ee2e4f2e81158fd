/** What instances are made from. */
export const INSTANCE_TYPES: readonly string[] = ['aws_launch_template', 'aws_instance'];
