import { z } from 'zod';
import { subjectPlaceShape } from '@/lib/schemas/subject';
import { findEnvironment } from '../configurations/find-subject';
import { defineRead } from '../define-verb';
import { findSubjectRow } from './subject-row';
import type { SubjectView } from './types';
import { readSubjectView } from './view';

export const getSubject = defineRead({
  verbName: 'subjects.get',
  input: z.object(subjectPlaceShape),
  permission: 'subject.view',
  run: async ({ db, scope }, { environment: key, targetingKey }): Promise<SubjectView> => {
    const environment = await findEnvironment(db, scope.projectId, key);
    return readSubjectView(db, environment, await findSubjectRow(db, environment.id, targetingKey));
  },
});
