"""How every service answers: unknown actions and the account that a request belongs to."""

import json
import os
import re
from typing import Any

from moto.core.responses import BaseResponse
from moto.core.utils import get_service_model

from .patching import around, fix

# services that are told apart by routes and speak XML
XML_ROUTES = ("cloudfront", "route53", "s3")


@fix
def unimplemented_actions_answer_501() -> None:
    """moto lets NotImplementedError escape, which the server turns into HTTP 500. AWS has no such case. The provider
    takes a 500 for a passing fault and retries 25 times: minutes for each resource instead of one clear error."""

    @around(BaseResponse, "call_action")
    def call_action(original: Any, self: BaseResponse) -> Any:
        try:
            return original(self)
        except NotImplementedError as error:
            protocol = get_service_model(self.boto3_service_name).metadata["protocol"]
            return 501, {"status": "501"}, _not_implemented(str(error), "json" in protocol)


@fix
def unimplemented_routes_answer_501() -> None:
    """Werkzeug answers a path that moto does not know with a 404 page. The provider reads 404 as 'that resource is
    gone', so that a missing route looked like drift. The same 501 as for a missing action is the truth."""
    from moto.moto_server import werkzeug_app

    @around(werkzeug_app, "create_backend_app")
    def create_backend_app(original: Any, service: Any) -> Any:
        app = original(service)

        @app.errorhandler(404)
        def unknown_route(_: Exception) -> Any:
            return _not_implemented(f"{service} has no such route", service not in XML_ROUTES), 501

        return app


@fix
def the_access_key_names_the_account() -> None:
    """moto has one account for all credentials, MOTO_ACCOUNT_ID. AWS derives the account from the access key. Stacks of
    environments in different accounts failed on `allowed_account_ids`; here an access key of twelve digits is the
    account, and every other key belongs to the default account."""
    fallback = os.environ.pop("MOTO_ACCOUNT_ID", "123456789012")

    @around(BaseResponse, "get_current_account")
    def get_current_account(_: Any, self: BaseResponse) -> str:
        key = self.get_access_key()
        if re.fullmatch(r"\d{12}", key):
            return key
        return self.headers.get("x-moto-account-id", fallback)

    # moto looks for twenty capitals and digits, and would read no key at all out of such a signature
    BaseResponse.access_key_regex = re.compile(r"AWS.*?(?:Credential=| )([A-Z0-9]{12,})[/:]")


def _not_implemented(message: str, as_json: bool) -> str:
    if as_json:
        return json.dumps({"__type": "NotImplemented", "message": message})
    return f"<ErrorResponse><Error><Code>NotImplemented</Code><Message>{message}</Message></Error></ErrorResponse>"
