"""The emulator of the sandbox: `moto_server` 5.2.1 and the fixes that the default stacks need.

Each module holds the fixes of one service concern. Every fix says what moto does, what AWS does, and what broke in
Terraform because of it; `__tests__/sandbox/emulator` holds one test for each, which is red on plain moto.
"""
