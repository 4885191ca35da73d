import { useQuery } from '@tanstack/react-query';

/**
 * WeChat's circle in a code that is shown; null until it was looked for, and for a code without one.
 * @param picture the address of the code; empty where nobody needs its circle
 */
export function useLogoPlace(picture: string) {
  const { data = null } = useQuery({
    queryKey: ['print', 'logoPlace', picture],
    // Most designs have no picture in that place: then the page does not load how it is found.
    queryFn: async () => (await import('./shown-logo')).findShownLogo(picture),
    enabled: picture !== '',
    staleTime: Infinity,
  });
  return data;
}
