'use client';

import { createContext, useContext } from 'react';

/** What is wrong with the draft, in the reader's language, by path. */
export type Issues = ReadonlyMap<string, string>;

const IssuesContext = createContext<Issues | null>(null);
export const IssuesProvider = IssuesContext.Provider;

export function useIssues(): Issues {
  const issues = useContext(IssuesContext);
  if (!issues) throw new Error('useIssues needs an IssuesProvider around it');
  return issues;
}

/** What is wrong at exactly this place. */
export function useIssue(path: string): string | undefined {
  return useIssues().get(path);
}

/** How many things are wrong at this place and below. */
export function useIssueCount(path: string): number {
  return [...useIssues().keys()].filter((each) => each === path || each.startsWith(`${path}.`)).length;
}
