import type { SubjectView } from '@/lib/services/subjects/types';
import type { PeoplePlace } from './people-place';

/** What every part of a subject's page needs. */
export interface SubjectPlace extends PeoplePlace {
  subject: SubjectView;
}
