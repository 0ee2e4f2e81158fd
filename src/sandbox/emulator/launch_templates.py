"""EC2 launch templates."""

from typing import Any

from moto.core.types import Base64EncodedString
from moto.ec2.models.launch_templates import LaunchTemplateVersion

from .patching import around, fix


@fix
def new_launch_template_versions_can_launch() -> None:
    """moto keeps the user data of a template's second version as plain text, and stops at an assertion when it launches
    from it. On AWS every version launches. With the second `apply` that changed user data, every change of the Auto
    Scaling group answered 500."""

    @around(LaunchTemplateVersion, "__init__")
    def __init__(original: Any, self: LaunchTemplateVersion, template: Any, number: int, data: Any, text: Any) -> None:
        user_data = data.get("UserData")
        if isinstance(user_data, str) and not isinstance(user_data, Base64EncodedString):
            data["UserData"] = Base64EncodedString(user_data)
        original(self, template, number, data, text)


@fix
def launch_template_tags_stay_out_of_its_data() -> None:
    """moto adds the tags of the template itself to the tag specifications inside its data; AWS keeps them apart. With
    default tags the provider saw a third `tag_specifications` block in every plan, which made a new version and
    with it an instance refresh at every apply."""

    @around(LaunchTemplateVersion, "__init__")
    def __init__(original: Any, self: LaunchTemplateVersion, template: Any, number: int, data: Any, text: Any) -> None:
        specifications = data.get("TagSpecifications")
        if isinstance(specifications, list):
            data["TagSpecifications"] = [s for s in specifications if s.get("ResourceType") != "launch-template"]
        original(self, template, number, data, text)
