import { expect, it } from 'vitest';
import type { StepVerdict, TraceMessageId, TraceStep } from '@/lib/engine/trace';
import { shownSteps } from './trace-steps';

const step = (
  name: 'found' | 'killed' | 'state' | 'override' | 'memberships',
  verdict: StepVerdict,
  id: TraceMessageId,
): TraceStep => ({ step: name, verdict, message: { id, params: {} } });

it('leaves out steps that have nothing to say, and keeps those that decide', () => {
  const trace = [
    step('found', 'passed', 'found.yes'),
    step('killed', 'passed', 'killed.no'),
    step('state', 'passed', 'state.on'),
    step('override', 'passed', 'override.noTenant'),
    step('memberships', 'skipped', 'step.notReached'),
  ];
  expect(shownSteps(trace).map((each) => each.step)).toEqual(['state']);
  const killed = [step('killed', 'answered', 'killed.yes'), step('override', 'answered', 'override.inForce')];
  expect(shownSteps(killed)).toEqual(killed);
});
