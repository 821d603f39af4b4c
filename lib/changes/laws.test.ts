import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyInstructions, applyOne } from './apply';
import { diff } from './diff';
import { conflicts, footprintOf } from './footprint';
import { invert } from './invert';
import { asChangeError } from './issue';
import { normalise } from './normalise';
import { configuration, DEFINITION, instruction } from './testing/arbitraries';
import type { ChangeSubject, Instruction } from './types';

const RUNS = { numRuns: 1_500 };
const subjectOf = (value: ChangeSubject['configuration']): ChangeSubject => ({
  definition: DEFINITION,
  configuration: value,
});

/** Drops what cannot be applied, so that lists are long and still legal. */
function legal(subject: ChangeSubject, wanted: Instruction[]): Instruction[] {
  let current = normalise(subject.definition, subject.configuration);
  return wanted.filter((each) => {
    try {
      current = applyOne({ ...subject, configuration: current }, each);
      return true;
    } catch (thrown) {
      expect(asChangeError(thrown)).not.toBeNull();
      return false;
    }
  });
}

/** Who places something at the end sees what the other placed there before: allowed, and settled by who saves first. */
function isAppended(each: Instruction): boolean {
  return (each.kind === 'addRule' || each.kind === 'moveRule') && (each.before ?? null) === null;
}

const change = fc
  .tuple(configuration, fc.array(instruction, { maxLength: 12 }))
  .map(([start, wanted]) => ({ subject: subjectOf(start), instructions: legal(subjectOf(start), wanted) }));

describe('laws of changes', () => {
  it('undoes: applying and then applying the inverse gives the normalised start', () => {
    let applied = 0;
    fc.assert(
      fc.property(change, ({ subject, instructions }) => {
        applied += instructions.length;
        const after = applyInstructions(subject, instructions);
        const inverse = invert(subject, instructions);
        const back = applyInstructions({ ...subject, configuration: after }, inverse);
        expect(back).toStrictEqual(normalise(subject.definition, subject.configuration));
      }),
      RUNS,
    );
    expect(applied).toBeGreaterThan(RUNS.numRuns);
  });

  it('redoes: the inverse of the inverse gives what the change gave', () => {
    fc.assert(
      fc.property(change, ({ subject, instructions }) => {
        const after = applyInstructions(subject, instructions);
        const inverse = invert(subject, instructions);
        const redo = invert({ ...subject, configuration: after }, inverse);
        expect(applyInstructions(subject, redo)).toEqual(after);
      }),
      RUNS,
    );
  });

  it('differs: the diff of two configurations applied to the first gives the second', () => {
    fc.assert(
      fc.property(configuration, configuration, (from, to) => {
        const result = applyInstructions(subjectOf(from), diff(subjectOf(from), to));
        expect(result).toStrictEqual({ ...normalise(DEFINITION, to), version: from.version });
      }),
      RUNS,
    );
  });

  it('says nothing about what is the same', () => {
    fc.assert(
      fc.property(configuration, (value) => {
        expect(diff(subjectOf(value), normalise(DEFINITION, value))).toEqual([]);
      }),
      RUNS,
    );
  });

  it('normalises once: doing it again changes nothing, and no subject is lost', () => {
    fc.assert(
      fc.property(configuration, (value) => {
        const once = normalise(DEFINITION, value);
        expect(normalise(DEFINITION, once)).toEqual(once);
        const names = new Set(value.targets.flatMap(({ subjects }) => subjects));
        expect(once.targets.flatMap(({ subjects }) => subjects).sort()).toEqual([...names].sort());
      }),
      RUNS,
    );
  });

  it('leaves what it is given untouched', () => {
    fc.assert(
      fc.property(change, ({ subject, instructions }) => {
        const copy = structuredClone({ subject, instructions });
        applyInstructions(subject, instructions);
        invert(subject, instructions);
        expect({ subject, instructions }).toEqual(copy);
      }),
      { numRuns: 300 },
    );
  });

  it('commutes without conflict: changes made apart give the same in either order, placing at the end aside', () => {
    let compared = 0;
    fc.assert(
      fc.property(
        configuration,
        fc.array(instruction, { maxLength: 2 }),
        fc.array(instruction, { maxLength: 2 }),
        (start, a, b) => {
          const subject = subjectOf({ ...start, killed: false });
          const [left, right] = [legal(subject, a), legal(subject, b)];
          if (conflicts(footprintOf(left), footprintOf(right))) return;
          if ([...left, ...right].some((each) => each.kind === 'kill' || isAppended(each))) return;
          compared += left.length > 0 && right.length > 0 ? 1 : 0;
          const then = (first: Instruction[], second: Instruction[]) =>
            applyInstructions({ ...subject, configuration: applyInstructions(subject, first) }, second);
          expect(then(left, right)).toEqual(then(right, left));
        },
      ),
      RUNS,
    );
    expect(compared).toBeGreaterThan(100);
  });
});
