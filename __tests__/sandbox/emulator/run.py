"""Runs every test against the emulator that EMULATOR_ENDPOINT names and prints `{"<test>": "passed" | "failed"}`.

What went wrong goes to standard error. The exit code is 0 as long as the tests could be run at all.
"""

import json
import os
import sys
import unittest


class Recorder(unittest.TextTestResult):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.outcomes = {}

    def startTest(self, test):
        super().startTest(test)
        self.outcomes[test._testMethodName] = "passed"

    def addFailure(self, test, err):
        super().addFailure(test, err)
        self.outcomes[test._testMethodName] = "failed"

    def addError(self, test, err):
        super().addError(test, err)
        self.outcomes[test._testMethodName] = "failed"


if __name__ == "__main__":
    folder = os.path.dirname(os.path.abspath(__file__))
    suite = unittest.defaultTestLoader.discover(folder, pattern="test_*.py", top_level_dir=folder)
    result = unittest.TextTestRunner(stream=sys.stderr, resultclass=Recorder, verbosity=0).run(suite)
    print(json.dumps(result.outcomes))
