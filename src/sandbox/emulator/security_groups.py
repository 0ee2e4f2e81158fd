"""EC2 security groups."""

from typing import Any

from moto.ec2.models.security_groups import SecurityGroupBackend, SecurityGroupRule

from .patching import around, fix


@fix
def every_rule_keeps_its_description() -> None:
    """moto knows a rule's description only when the rule names an IP range; AWS keeps it for rules that name another
    group or a prefix list too. Every plan wanted to describe the rules between security groups again."""

    @around(SecurityGroupRule, "__init__")
    def __init__(original: Any, self: SecurityGroupRule, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        prefix_list = kwargs.get("prefix_list_id") or {}
        sources = (self.ip_range, self.source_group, prefix_list)
        self.kept_description = next((s["Description"] for s in sources if "Description" in s), None)

    SecurityGroupRule.description = property(lambda self: self.kept_description)

    @around(SecurityGroupBackend, "modify_security_group_rules")
    def modify_security_group_rules(original: Any, self: Any, group_id: str, rules: dict[str, dict[str, Any]]) -> None:
        original(self, group_id, rules)
        group = self.get_security_group_by_name_or_id(group_id)
        for rule_id, changed in rules.items():
            group.get_rule(rule_id).kept_description = changed.get("Description")
