package cn.minyi5.notification.document.application;

import cn.minyi5.notification.document.domain.Bulletin;

/** 附件. Sets figures and the rows behind them as a spreadsheet that counts them again. */
public interface Annexes {

    /** Takes its time: not for an event loop. */
    byte[] print(Bulletin bulletin);
}
