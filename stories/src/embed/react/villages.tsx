import { LantuCatalog, LantuChart } from '@lantu/elements/react';
import type { Blueprint } from '@lantu/spec';
import { useState } from 'react';

interface Props {
  readonly catalog: string;
  readonly blueprint: Blueprint;
  readonly size?: 'regular' | 'large';
}

/** A chart that asks the data itself. The app is told which mark a reader chose. */
export function Villages({ catalog, blueprint, size }: Props) {
  const [chosen, setChosen] = useState<number | null>(null);
  return (
    <LantuCatalog src={catalog}>
      <LantuChart
        blueprint={blueprint}
        size={size}
        onLantuSelect={({ detail }) => setChosen(detail.selected ? detail.value : null)}
      />
      <p lang="en">Chosen: {chosen ?? 'nothing'}</p>
    </LantuCatalog>
  );
}
