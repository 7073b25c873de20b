#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Gives scripts/weigh evidence with weights that are plainly wrong, or right, and expects it to tell which."""
import importlib.machinery
import importlib.util
import unittest
from pathlib import Path

SCRIPT = Path(__file__).resolve().parents[2] / 'scripts' / 'weigh'
LOADER = importlib.machinery.SourceFileLoader('weigh', str(SCRIPT))
weigh = importlib.util.module_from_spec(importlib.util.spec_from_loader('weigh', LOADER))
LOADER.exec_module(weigh)

FOLDS = 5


def case(statement, gold, *sentences):
    return {'statement': statement, 'labels': {} if gold is None else {'fixing': gold},
            'sentences': [{'label': 'fixing', 'rules': list(rules)} for rules in sentences]}


def tried(rule, weights, cases):
    return weigh.Label('fixing', cases, weights, FOLDS).try_steps(rule)


class Weigh(unittest.TestCase):
    def test_evidence_adds_up_as_the_program_adds_it(self):
        weights = {'a': 0.3, 'b': 0.3, 'c': -0.5}
        self.assertAlmostEqual(weigh.confidence(['a', 'b'], weights), 0.51)
        self.assertAlmostEqual(weigh.confidence(['a', 'b', 'c'], weights), 0.255)
        self.assertTrue(weigh.says([['c'], ['a', 'b']], weights))
        self.assertFalse(weigh.says([['a', 'b', 'c']], weights))

    def test_a_hint_that_is_always_right_should_flag(self):
        cases = [case(n, n % 2, *([['hint']] if n % 2 else [])) for n in range(40)]
        told = tried('hint', {'hint': 0.3}, cases)
        self.assertEqual((told['weight'], told['votes'], told['right'], told['wrong']), (0.5, FOLDS, 20, 0))
        self.assertAlmostEqual(told['gain'], 1)
        self.assertTrue(weigh.worth_telling(told, FOLDS))

    def test_a_rule_that_is_mostly_wrong_should_only_hint(self):
        cases = [case(n, 1 if n % 8 == 0 else 0, ['loud']) for n in range(40)] + [case(n, 1, ['sure']) for n in range(40)]
        told = tried('loud', {'loud': 0.6, 'sure': 0.9}, cases)
        self.assertEqual((told['weight'], told['right'], told['wrong']), (0.25, 35, 5))

    def test_a_rule_that_is_right_stays(self):
        cases = [case(n, n % 2, *([['good']] if n % 2 else [])) for n in range(40)]
        told = tried('good', {'good': 0.6}, cases)
        self.assertEqual((told['weight'], told['gain']), (0.6, 0))
        self.assertFalse(weigh.worth_telling(told, FOLDS))

    def test_one_lucky_reply_is_no_ground(self):
        cases = [case(n, n % 2, *([['good']] if n % 2 and n != 7 else [['hint']] if n == 7 else [])) for n in range(40)]
        told = tried('hint', {'good': 0.6, 'hint': 0.3}, cases)
        self.assertLess(told['sure'], weigh.SURE_FROM)
        self.assertFalse(weigh.worth_telling(told, FOLDS))

    def test_what_speaks_against_is_tried_below_nothing(self):
        cases = [case(n, 1, ['good', 'against']) for n in range(20)] + [case(n, 0) for n in range(20, 40)]
        told = tried('against', {'good': 0.8, 'against': -0.5}, cases)
        self.assertEqual((told['weight'], told['right']), (-0.25, 20))

    def test_replies_that_nobody_is_scored_on_have_no_say(self):
        label = weigh.Label('fixing', [case(0, None, ['hint']), case(1, 1, ['hint'])], {'hint': 0.3}, FOLDS)
        self.assertEqual(label.gold, [True])

    def test_replies_to_one_statement_share_a_fold(self):
        label = weigh.Label('fixing', [case(3, 1), case(4, 0), case(3, 0)], {}, FOLDS)
        self.assertEqual(label.fold[0], label.fold[2])


if __name__ == '__main__':
    unittest.main()
