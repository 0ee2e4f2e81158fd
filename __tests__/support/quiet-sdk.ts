// the SDK's reminder about a later Node says nothing about what is tested
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] ??= 'true';
