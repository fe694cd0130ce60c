import { LinkButton } from '@/components/ui/button';
import { Failure } from '@/components/ui/failure';

/** Where somebody signed in asks for what is not there, or is not for them. */
export default function DeskNotFound() {
  return (
    <Failure
      title="There is nothing here for you"
      happened="What stood at this address may have been moved, or it is for administrators only. If a link on our pages led you here, the link is wrong and we would like to know."
      actions={
        <LinkButton href="/" variant="primary">
          Go to the desk
        </LinkButton>
      }
    />
  );
}
