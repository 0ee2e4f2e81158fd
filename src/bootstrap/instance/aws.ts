/** Instance metadata, signed AWS calls without the AWS command line, settings and secrets. */
export const AWS_FUNCTIONS = String.raw`
metadata() { curl -fsS --retry 3 --max-time 5 -H "X-aws-ec2-metadata-token: $TOKEN" "$METADATA/meta-data/$1"; }

# field NAME: one string of flat JSON on standard input; jq is not there before the packages are
field() { awk -v RS='[,{}]' -F'"' -v name="$1" '$2 == name { print $4 }'; }

# Finds out who and where this instance is and takes the role's credentials.
connect() {
  local role credentials
  TOKEN=$(curl -fsS --retry 5 --retry-all-errors --max-time 5 -X PUT \
    -H 'X-aws-ec2-metadata-token-ttl-seconds: 900' "$METADATA/api/token") || fail 'instance metadata does not answer'
  INSTANCE_ID=$(metadata instance-id)
  REGION=$(metadata placement/region)
  DOMAIN=$(metadata services/domain || echo amazonaws.com)
  SYSTEM=$(metadata "tags/instance/$TAG_SYSTEM") || fail "tag $TAG_SYSTEM is not in the instance metadata"
  ENVIRONMENT=$(metadata "tags/instance/$TAG_ENVIRONMENT") || fail "tag $TAG_ENVIRONMENT is not in the instance metadata"
  ROLE=$(metadata "tags/instance/$TAG_ROLE") || fail "tag $TAG_ROLE is not in the instance metadata"
  role=$(metadata iam/security-credentials/) || fail 'the instance has no role'
  credentials=$(metadata "iam/security-credentials/$role")
  ACCESS_KEY=$(field AccessKeyId <<<"$credentials")
  SECRET_KEY=$(field SecretAccessKey <<<"$credentials")
  SESSION_TOKEN=$(field Token <<<"$credentials")
}

# signed SERVICE OUTPUT CURL_OPTION...: sets STATUS; true when it is 200. Keys go through standard input, where no list of
# processes shows them. Tried again: whatever got no answer or a passing one, but no refusal, which stays the same
signed() {
  local service=$1 output=$2
  shift 2
  STATUS=$(curl -sS --connect-timeout 5 --max-time 300 --retry 4 --retry-all-errors -w '%{http_code}' \
    --aws-sigv4 "aws:amz:$REGION:$service" -o "$output" -K - "$@" <<KEYS
user = "$ACCESS_KEY:$SECRET_KEY"
header = "X-Amz-Security-Token: $SESSION_TOKEN"
KEYS
  ) && [ "$STATUS" = 200 ]
}

# Why the last call failed, and room for the log; refusals hold no secrets.
refusal() {
  case "$STATUS" in
    200) echo "the answer broke off with $(free_space)" ;;
    000) echo 'no answer' ;;
    *) head -c 400 "$1" | tr -s '\n' ' ' ;;
  esac
  rm -f "$1"
}

# call SERVICE TARGET BODY OUTPUT: one call of a JSON API
call() {
  signed "$1" "$4" -H 'Content-Type: application/x-amz-json-1.1' -H "X-Amz-Target: $2" \
    --data "$3" "https://$1.$REGION.$DOMAIN/" || fail "$2 failed: $(refusal "$4")"
}

read_settings() {
  local path="/$SYSTEM/$ENVIRONMENT" next='' body
  : >"$RUN/pages"
  while :; do
    body=$(jq -nc --arg path "$path" --arg next "$next" \
      '{Path: $path, MaxResults: 10} + if $next == "" then {} else {NextToken: $next} end')
    call ssm AmazonSSM.GetParametersByPath "$body" "$RUN/page"
    cat "$RUN/page" >>"$RUN/pages"
    next=$(jq -r '.NextToken // ""' "$RUN/page")
    [ -n "$next" ] || break
  done
  jq -s --arg prefix "$path/" 'map(.Parameters[] | {key: (.Name | ltrimstr($prefix)), value: .Value}) | from_entries' \
    "$RUN/pages" >"$RUN/settings.json"
  [ "$(jq length "$RUN/settings.json")" -gt 0 ] || fail "no parameters below $path/"
}

optional_setting() { jq -r --arg name "$1" '.[$name] // ""' "$RUN/settings.json"; }

setting() {
  local value
  value=$(optional_setting "$1")
  [ -n "$value" ] || fail "parameter /$SYSTEM/$ENVIRONMENT/$1 is missing"
  echo "$value"
}

# secret SETTING OUTPUT: the secret whose ARN a setting names, into a file below $RUN
secret() {
  local arn
  arn=$(setting "$1")
  call secretsmanager secretsmanager.GetSecretValue "$(jq -nc --arg id "$arn" '{SecretId: $id}')" "$2.answer"
  jq -er '.SecretString | fromjson' "$2.answer" >"$2" 2>/dev/null || fail "secret of $1 is not a JSON object"
  rm "$2.answer"
}

object_url() { echo "https://$BUCKET.s3.$REGION.$DOMAIN/$1"; }

# fetch KEY FILE: an object of the releases bucket
fetch() {
  signed s3 "$2" "$(object_url "$1")" || fail "s3://$BUCKET/$1 cannot be read: $(refusal "$2")"
}

# fetch_optional KEY FILE: false when there is no such object; fails when it is there but must not be read
fetch_optional() {
  signed s3 "$2" "$(object_url "$1")" && return 0
  [ "$STATUS" = 404 ] || fail "s3://$BUCKET/$1 cannot be read ($STATUS): $(refusal "$2")"
  rm -f "$2"
  return 1
}

# complete CONTINUE|ABANDON: tells Auto Scaling how the boot ended
complete() {
  local group
  group=$(metadata tags/instance/aws:autoscaling:groupName 2>/dev/null) ||
    group=$(optional_setting auto-scaling-group 2>/dev/null) || group=''
  [ -n "$group" ] || { say 'not in an Auto Scaling group: no launch hook to complete'; return 0; }
  signed autoscaling "$RUN/answer" --data-urlencode Action=CompleteLifecycleAction --data-urlencode Version=2011-01-01 \
    --data-urlencode "AutoScalingGroupName=$group" --data-urlencode "LifecycleHookName=$LAUNCH_HOOK" \
    --data-urlencode "InstanceId=$INSTANCE_ID" --data-urlencode "LifecycleActionResult=$1" \
    "https://autoscaling.$REGION.$DOMAIN/" && say "launch hook $LAUNCH_HOOK of $group: $1" && return 0
  say "launch hook $LAUNCH_HOOK of $group not completed: $(refusal "$RUN/answer")"
}
`;
