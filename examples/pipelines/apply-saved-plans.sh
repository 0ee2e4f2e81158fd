#!/bin/sh
# Applies exactly the plans that plan-stacks.sh saved, in their order, and plans nothing anew.
#
#   apply-saved-plans.sh ENVIRONMENT ARCHIVE
#
# Terraform refuses a saved plan when the state has changed since. A stack that reads what another one has just changed still
# gets the old values; the next run plans it with the new ones.
set -eu

environment=$1
archive=$2
export TF_WORKSPACE="$environment" TF_IN_AUTOMATION=1

tar -xzf "$archive"
while read -r stack; do
  folder=cdktf.out/$environment/stacks/$stack
  terraform -chdir="$folder" init -input=false </dev/null
  terraform -chdir="$folder" apply -input=false saved.tfplan </dev/null
done <plans/order
