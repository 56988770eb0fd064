package cn.minyi5.notification.document.application;

import cn.minyi5.notification.document.domain.Paper;

/** Sets papers as Word files in the layout of GB/T 9704-2012. */
public interface Papers {

    /** Takes its time: not for an event loop. */
    byte[] print(Paper paper);
}
