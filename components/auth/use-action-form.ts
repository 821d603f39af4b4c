export { useActionForm } from '@/lib/client/use-action-form';
