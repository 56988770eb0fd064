package cn.minyi5.notification.template.domain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * 模板. Every text this service sends stands here. None has a field for what a citizen said or a clerk wrote: messages
 * leave the county by mail.
 */
enum Template {
    QUEUED(
            "待派单：工单 {number}",
            """
            工单 {number}（{place}）在权责清单中没有唯一对应的条目，已进入待派单队列。
            请工作专班在30分钟内（值班时间）派单，或说明不予受理的理由。"""),
    RETURN_REJECTED(
            "退单被驳回：工单 {number}",
            """
            {department}对工单 {number}（{place}）的退单申请没有通过，理由见工单。
            答复时限没有停过，请继续办理并按时答复。"""),
    ARBITRATION_REQUESTED(
            "请会商裁定：工单 {number}",
            """
            {department}再次退回工单 {number}（{place}），双方意见见工单。
            请督查室在2个工作日内会商裁定主办单位；裁定后不得再退。"""),
    REPLY_SENT_BACK(
            "答复被退回：工单 {number}",
            """
            {department}对工单 {number}（{place}）的答复没有通过审核，需要补正的内容见工单。
            答复时限接着原来的时间走，请尽快补正后重新答复。"""),
    NOT_ACCEPTED(
            "不予受理：工单 {number}",
            """
            你队走访时收下的诉求（工单 {number}，{place}）经工作专班审核不予受理，理由见诉求详情。
            请向群众说明理由和其他办理途径。"""),
    WITHDRAWN(
            "群众撤回：工单 {number}",
            """
            工单 {number}（{place}）的群众已同意撤回诉求，理由见工单。
            {department}不必继续办理，各项时限已停止；请告知承办人。"""),
    EXTENSION_REQUESTED(
            "延期待批：工单 {number}",
            """
            {department}申请把工单 {number}（{place}）的办结期限延至{day}，理由见工单。
            请工作专班尽快审批。"""),
    EXTENDED(
            "已同意延期：工单 {number}",
            """
            工单 {number}（{place}）的办结期限已延至{day}，由{department}继续办理。
            请服务队告知群众，请承办人按新的期限办结。"""),
    EXTENSION_DENIED(
            "未同意延期：工单 {number}",
            """
            {department}把工单 {number}（{place}）延至{day}的申请没有获得同意，理由见工单。
            原来的期限不变，请抓紧办理。"""),
    SUSPENSION_PROPOSED(
            "挂账待批：工单 {number}",
            """
            {department}申请将工单 {number}（{place}）挂账，计划在{day}复查，理由和计划见工单。
            请督查室审批。"""),
    SUSPENDED(
            "已挂账：工单 {number}",
            """
            工单 {number}（{place}）已同意挂账，{department}按计划推进，{day}复查。
            请服务队向群众说明情况，请承办单位到期复查或提前恢复办理。"""),
    SUSPENSION_DENIED(
            "未同意挂账：工单 {number}",
            """
            {department}将工单 {number}（{place}）挂账的申请没有获得同意，理由见工单。
            请单位负责人安排继续办理，各项期限不变。"""),
    RESUMED("恢复办理：工单 {number}", """
            工单 {number}（{place}）已销账，由{department}恢复办理。
            请承办人抓紧办理并答复。"""),
    MERGED(
            "已并案：工单 {number}",
            """
            你队走访时收下的诉求（工单 {number}，{place}）已并入工单 {parent} 一并办理。
            有了答复会列入你队的回音清单，请届时带给群众。"""),
    ANSWERED_OUTSIDE(
            "有了回音：工单 {number}",
            """
            你队走访时收下的诉求（工单 {number}，{place}）已由外部平台答复，结果是“{result}”。
            请在下次走访时把答复带给群众，分别问清“解决了吗”“满意吗”，并填写回访。"""),
    PART_HANDED_IN(
            "协办已交件：工单 {number}",
            """
            {assisting}已交来工单 {number}（{place}）的协办结果，内容见工单。
            请{department}尽快确认，或退回并说明理由；协办全部确认之后才能答复。"""),
    BACK_AT_THE_DESK(
            "待派单：工单 {number}",
            """
            工单 {number}（{place}）由外部平台退回、群众认为没有解决，或并入的工单没有答复就已结束，现已回到待派单队列。
            请工作专班重新派单，或说明不予受理的理由。"""),
    NOBODY_FOUND(
            "没有找到收件人：工单 {number}",
            """
            关于工单 {number}（{place}）的一条提醒没有找到应当接收的人，因此没有人收到。
            请工作专班核对收件人名单，并直接通知承办单位或服务队。"""),
    NOBODY_READS(
            "有事项无人可看",
            """
            系统里有需要专人办理的事项，收件人名单中却没有可以看它的人，因此没有人知道。
            是哪一件、内容如何，都不随消息发送。请系统管理员核对收件人名单：县督查室和系统所指定的受理机构，各至少要有一名督办员。"""),
    DISPATCHED(
            "新工单 {number}，请签收",
            """
            工单 {number}（{place}）已于{dispatchedAt}派给{department}。
            请登录系统签收，联系群众，办理后答复。通行时限是派单后1小时内签收、2天内答复，以工单上的时限为准。"""),
    RETURN_REQUESTED(
            "退单待审：工单 {number}",
            """
            {department}申请退回工单 {number}（{place}），理由和依据见工单。
            请工作专班尽快审定；审定期间答复时限不停。"""),
    REPLY_ACCEPTED(
            "有了回音：工单 {number}",
            """
            你队走访时收下的诉求（工单 {number}，{place}）已由{department}答复，结果是“{result}”。
            请在下次走访时把答复带给群众，分别问清“解决了吗”“满意吗”，并填写回访。"""),
    REMINDER(
            "催办：工单 {number} 请在{due}前{act}",
            """
            工单 {number}（{place}）的{act}时限将在{due}到期，{department}还没有{act}。
            请经办人抓紧{act}，到期未{act}将亮红牌。"""),
    RED(
            "红牌：工单 {number} 没有按时{act}",
            """
            工单 {number}（{place}）应由{department}在{due}前{act}，到期没有{act}，已亮红牌，并计入当月通报。
            还没有{act}的，请经办人现在就{act}；请单位负责人过问。"""),
    NOTICE(
            "{notice}：工单 {number}",
            """
            {department}没有在{due}前{act}工单 {number}（{place}），现发出督办通知单{notice}。
            请单位负责人立即督促办理，并在3个工作日内向督查室说明原因和整改措施。"""),
    REVIEW_REMINDER(
            "催办：工单 {number} 请在{due}前{act}",
            """
            {department}就工单 {number}（{place}）提交的退单或答复，{act}时限将在{due}到期。
            请工作专班抓紧{act}。"""),
    REVIEW_RED(
            "红牌：工单 {number} 没有按时{act}",
            """
            {department}就工单 {number}（{place}）提交的退单或答复，工作专班应在{due}前{act}，到期没有{act}。
            还没有{act}的，请现在就{act}。"""),
    ARBITRATION_REMINDER(
            "催办：工单 {number} 请在{due}前{act}",
            """
            {department}第二次退回的工单 {number}（{place}），会商{act}时限将在{due}到期。
            请督查室抓紧{act}由谁主办。"""),
    ARBITRATION_RED(
            "红牌：工单 {number} 没有按时{act}",
            """
            {department}第二次退回的工单 {number}（{place}），督查室应在{due}前{act}，到期没有{act}。
            还没有{act}的，请现在就{act}由谁主办。"""),
    BULLETIN(
            "{bulletin}已印发",
            """
            {month}民意“5”来听工作通报（{bulletin}）已印发，通报全文和依据数据表可在系统的通报文件中下载。
            请核对本单位数字；有异议的，请及时向督查室提出。"""),
    HANDED_OVER(
            "历史工单移交：{open}件在办",
            """
            历史数据已导入，截至{cutOver}割接，{department}还有{open}件工单在办，一并移交：
            {orders}
            割接前的时限不再提醒，割接后照常提醒、亮牌和督办。请逐件核对，继续办理。"""),
    MONTH_BEGAN(
            "{month}走访提醒", """
            {month}的走访日：{days}。
            {theme}
            走访前请看回音清单，把答复带给群众。"""),
    MONTH_ENDED(
            "{month}走访小结",
            """
            {month}你队应走访{planned}次，已走访{done}次。
            {missed}
            有漏走的，请尽快补走；没有信号时记下的走访，联网后会自动补上。"""),
    CONFIDENTIAL("专办件有新情况", """
            需要专人办理的诉求有新的进展或时限提醒。
            是哪一件、内容如何，都不随消息发送，请登录系统查看并处理。""");

    private static final Pattern FIELD = Pattern.compile("\\{([a-zA-Z]+)}");

    private final String subject;
    private final String body;

    Template(String subject, String body) {
        this.subject = subject;
        this.body = body;
    }

    /** @throws IllegalArgumentException if the template names a field that is not given */
    Text fill(Map<String, String> fields) {
        return new Text(fill(subject, fields), fill(body, fields));
    }

    private String fill(String text, Map<String, String> fields) {
        return FIELD.matcher(text).replaceAll(found -> {
            var value = fields.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException(this + " needs the field " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
