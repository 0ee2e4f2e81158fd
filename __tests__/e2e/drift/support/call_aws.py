"""Makes the calls that standard input lists, one after the other, and prints what went wrong with each."""

import json
import sys

import boto3

ENDPOINT, REGION, ACCOUNT = sys.argv[1:4]


def attempt(entry):
    service, operation = entry["call"].split(".")
    client = boto3.client(
        service,
        endpoint_url=ENDPOINT,
        region_name=REGION,
        aws_access_key_id=ACCOUNT,
        aws_secret_access_key="sandbox",
    )
    try:
        getattr(client, operation)(**entry["parameters"])
    except Exception as error:  # whatever it is, the test tells it
        return f"{entry['call']}: {error}"
    return None


json.dump([attempt(entry) for entry in json.load(sys.stdin)], sys.stdout)
