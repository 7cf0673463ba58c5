import React, { createContext, ReactNode, useContext } from 'react';

export interface Announcement {
  html: string;
  text: string;
}

const AnnouncementContext = createContext<Announcement>({ html: '', text: '' });

export function AnnouncementProvider({ children }: { children: ReactNode }) {
  const query = new URLSearchParams(window.location.search);
  const announcement = {
    html: query.get('announce') ?? '<em>No news today</em>',
    text: 'News',
  };
  return <AnnouncementContext.Provider value={announcement}>{children}</AnnouncementContext.Provider>;
}

export const useAnnouncement = (): Announcement => useContext(AnnouncementContext);
