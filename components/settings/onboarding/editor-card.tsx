'use client';

import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { FieldError } from '@/components/shared/field-error';
import { useIssue } from '@/components/targeting/issues-context';
import { Button } from '@/components/ui/button';
import { Card, CardAction, CardContent, CardDescription, CardHeader, CardTitle } from '@/components/ui/card';

export interface EditorCardProps {
  /** Of what is wrong with the list as a whole. */
  path: string;
  title: string;
  description: string;
  addLabel: string;
  /** Null while nothing may be edited. */
  onAdd: (() => void) | null;
  children: ReactNode;
}

/** One of the three lists of onboarding. */
export function EditorCard({ path, title, description, addLabel, onAdd, children }: EditorCardProps) {
  const issue = useIssue(path);
  return (
    <Card>
      <CardHeader>
        <CardTitle>{title}</CardTitle>
        <CardDescription>{description}</CardDescription>
        {onAdd && (
          <CardAction>
            <Button variant="outline" size="sm" onClick={onAdd}>
              <Plus />
              {addLabel}
            </Button>
          </CardAction>
        )}
      </CardHeader>
      <CardContent className="grid gap-2">
        {children}
        <FieldError>{issue}</FieldError>
      </CardContent>
    </Card>
  );
}
