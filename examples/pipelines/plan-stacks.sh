#!/bin/sh
# Plans every stack of an environment, saves the plans, and packs them with all that applying them needs.
#
#   plan-stacks.sh ENVIRONMENT ARCHIVE
#
# Leaves plans/STACK.json for the policy; they hold values in clear and do not go into the archive.
# The first deployment of an environment is done with 'wordpress-ha apply': a stack cannot be planned before those it reads.
set -eu

environment=$1
archive=$2
export TF_WORKSPACE="$environment" TF_IN_AUTOMATION=1
assembly=cdktf.out/$environment

npx wordpress-ha synth -e "$environment"
mkdir -p plans
# the stack that holds the state is applied by people, once for an account
# shellcheck disable=SC2016 # what stands in quotes is JavaScript
node -e '
  const { stacks } = require(`./${process.argv[1]}/manifest.json`);
  const { stateStack } = require(`./${process.argv[1]}/environments.json`);
  console.log(Object.keys(stacks).filter((name) => name !== stateStack).join("\n"));
' "$assembly" >plans/order

while read -r stack; do
  folder=$assembly/stacks/$stack
  terraform -chdir="$folder" init -input=false </dev/null
  terraform -chdir="$folder" plan -input=false -out=saved.tfplan </dev/null
  terraform -chdir="$folder" show -json saved.tfplan </dev/null >"plans/$stack.json"
done <plans/order

tar -czf "$archive" --exclude=.terraform plans/order "$assembly"
