import { LantuWidget } from '@lantu/embed/react';
import type { Place } from '@lantu/spec';
import { useState } from 'react';

/** A baked widget. The app is told which answer it shows. */
export function IncomeWidget({ src, size }: { readonly src: string; readonly size?: 'regular' | 'large' }) {
  const [place, setPlace] = useState<Place>();
  return (
    <>
      <LantuWidget src={src} size={size} onLantuReady={({ detail }) => setPlace(detail.answeredBy)} />
      <p lang="en">Answered by: {place ?? 'not yet'}</p>
    </>
  );
}
