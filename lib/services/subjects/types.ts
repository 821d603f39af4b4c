import type { AttributeType, JsonObject, JsonValue, Verdict } from '@/lib/engine/types';
import type { TraceStep } from '@/lib/engine/trace';

/** Why a milestone was reached or a stage entered. All parts are optional; a reader words those it finds. */
export interface ProgressWhy {
  /** After this tracked event. */
  event?: string;
  /** After the application said who the subject is. */
  identify?: boolean;
  /** Noticed when the progress was read: time alone had made it hold. */
  read?: boolean;
  /** The conditions of a milestone that held; what the product counts itself (events, days, stages) with its value. */
  held?: { attribute: string; value?: number }[];
  /** A stage that this milestone unlocks. */
  milestone?: string;
  /** Somebody moved the subject: a user, or the key of an application. */
  by?: { id: string; name: string };
}

/** A row of the list of subjects of one environment. */
export interface SubjectListItem {
  targetingKey: string;
  /** The tenant's key, as the application says it. */
  tenant: string | null;
  role: string | null;
  stage: string | null;
  joinedAt: string | null;
  updatedAt: string;
  /** How many were reached. */
  milestones: number;
}

/** A subject in one environment. Instants are RFC 3339 in UTC. */
export interface SubjectView {
  targetingKey: string;
  environment: string;
  tenant: string | null;
  role: string | null;
  attributes: JsonObject;
  /** How often each tracked event came, by its name. */
  counters: Record<string, number>;
  stage: string | null;
  /** Position in the project's stages, from 0; null without a stage, or with one that is no longer there. */
  stageIndex: number | null;
  stageAt: string | null;
  joinedAt: string | null;
  createdAt: string;
  updatedAt: string;
  /** Oldest first. */
  milestones: { key: string; at: string; why: ProgressWhy }[];
  /** Oldest first. */
  moves: { from: string | null; to: string; at: string; why: ProgressWhy }[];
  version: number;
}

/** One flag for a subject: what it gets, and why. */
export interface SubjectFlagView extends Omit<Verdict, 'metadata'> {
  name: string;
  trace: TraceStep[];
}
/** Every flag that is not archived, by key, as a server key would get it with the stored profile. */
export interface SubjectFlagsView {
  items: SubjectFlagView[];
  /** What the flags were evaluated for: profile and tenant merged. */
  context: JsonObject;
}

/** What rules may ask of a subject by this name, in all environments of the project. */
export interface AttributeView {
  name: string;
  type: AttributeType;
  /** What it may be; null is anything of the type. */
  allowed: JsonValue[] | null;
  /** Believed from servers only: a client key's value is dropped. */
  trusted: boolean;
  /** About a person: left out of lists and exports, and asked for by name. */
  personal: boolean;
}
